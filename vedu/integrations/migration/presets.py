"""Every export of another system that can be read."""

from vedu.integrations.migration.amocrm import contacts as amocrm_contacts
from vedu.integrations.migration.amocrm import deals as amocrm_deals
from vedu.integrations.migration.bitrix24 import deals as bitrix24_deals
from vedu.integrations.migration.bitrix24 import leads as bitrix24_leads
from vedu.integrations.migration.crm_sales.accounts import ACCOUNTS
from vedu.integrations.migration.crm_sales.pipeline import PIPELINE
from vedu.integrations.migration.hubspot import companies as hubspot_companies
from vedu.integrations.migration.hubspot import contacts as hubspot_contacts
from vedu.integrations.migration.hubspot import deals as hubspot_deals
from vedu.integrations.migration.pipedrive import deals as pipedrive_deals
from vedu.integrations.migration.pipedrive import organizations as pipedrive_organizations
from vedu.integrations.migration.pipedrive import people as pipedrive_people

PRESETS = (
    amocrm_deals.DEALS,
    amocrm_contacts.CONTACTS,
    bitrix24_deals.DEALS,
    bitrix24_leads.LEADS,
    hubspot_companies.COMPANIES,
    hubspot_contacts.CONTACTS,
    hubspot_deals.DEALS,
    pipedrive_deals.DEALS,
    pipedrive_people.PEOPLE,
    pipedrive_organizations.ORGANIZATIONS,
    PIPELINE,
    ACCOUNTS,
)
