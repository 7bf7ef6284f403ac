"""Every export of another system that can be read."""

from vedu.integrations.migration.amocrm.contacts import CONTACTS
from vedu.integrations.migration.amocrm.deals import DEALS
from vedu.integrations.migration.crm_sales.accounts import ACCOUNTS
from vedu.integrations.migration.crm_sales.pipeline import PIPELINE

PRESETS = (DEALS, CONTACTS, PIPELINE, ACCOUNTS)
