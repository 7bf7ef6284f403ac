"""Rows as HubSpot exports them."""

COMPANIES = (
    "Record ID,Company name,Company owner,Company Domain Name,Create Date,Phone Number,City,Country/Region,Industry"
).split(",")
CONTACTS = (
    "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,Contact owner,"
    "Lead Status,Lifecycle Stage,Buying Role,Create Date,Last Contacted,Associated Company,Associated Company IDs,"
    "Associated Deal IDs"
).split(",")
DEALS = (
    "Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Create Date,Deal owner,Amount,Currency,Closed Lost Reason,"
    "Last Activity Date,Associated Company,Associated Company IDs,Associated Contact,Associated Contact IDs"
).split(",")
STAGES = ("Needs (Sales Pipeline)", "Closed won (Sales Pipeline)", "closedlost")


def company(number: int, **changes: object) -> dict[str, object]:
    return {
        "Record ID": 100 + number,
        "Company name": f"Acme {number}",
        "Company owner": "Anna Kotova",
        "Company Domain Name": f"acme{number}.example",
        "Create Date": "2023-11-05 09:30",
        "Phone Number": f"+1 617-555-{number:04}",
        "City": "Boston",
        "Country/Region": "United States",
        "Industry": "RETAIL",
    } | changes


def contact(number: int, **changes: object) -> dict[str, object]:
    """Two people a company."""
    return {
        "Record ID": 900 + number,
        "First Name": "Ann",
        "Last Name": f"Smith {number}",
        "Email": f"ann{number}@acme.example",
        "Phone Number": f"+1 212-555-{number:04}; +1 213-555-{number:04}",
        "Job Title": "CFO",
        "Company Name": f"Acme {number // 2}",
        "Contact owner": "Anna Kotova",
        "Lifecycle Stage": "Customer",
        "Create Date": "2023-11-06 10:00",
        "Associated Company": f"Acme {number // 2}; Beta",
        "Associated Company IDs": f"{100 + number // 2};777",
    } | changes


def deal(number: int, **changes: object) -> dict[str, object]:
    return {
        "Record ID": 500 + number,
        "Deal Name": f"Boxes {number}",
        "Deal Stage": STAGES[number % 3],
        "Pipeline": "Sales Pipeline",
        "Close Date": f"2024-05-{number % 28 + 1:02} 14:30",
        "Create Date": f"2024-02-{number % 28 + 1:02} 09:00",
        "Deal owner": "Anna Kotova",
        "Amount": f"{number}250.50",
        "Currency": "USD",
        "Closed Lost Reason": "Expensive" if number % 3 == 2 else "",
        "Associated Company": f"Acme {number}",
        "Associated Company IDs": str(100 + number),
        "Associated Contact": f"Ann Smith {number} (ann{number}@acme.example); Bob Brown",
        "Associated Contact IDs": f"{900 + number};999",
    } | changes
