"""Values of the trade: money, phones, requisites, days and words of time. Know no model and no database."""
