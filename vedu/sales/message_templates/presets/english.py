"""Ready templates in English."""

from vedu.sales.message_templates.presets.shape import TemplatePreset
from vedu.sales.message_templates.template_channel import AidaStep, TemplateChannel
from vedu.sales.playbooks.phase import SalePhase

ENGLISH = (
    TemplatePreset(
        "first-letter",
        TemplateChannel.EMAIL,
        SalePhase.CONTACT,
        AidaStep.ATTENTION,
        "First letter: introduction",
        """Hello {contact.first_name},

My name is {me.name}. We have not met, so I will be brief.

Companies like yours usually tell us about one of three things: deliveries slip, quality changes from batch to batch, or it takes three calls to get a price. If any of this sounds familiar, I can show you how others have dealt with it.

Which of the three gets in your way most? And if this is not your area, could you point me to the right person?

{me.signature}""",
        "{client}: deadlines, quality or price?",
    ),
    TemplatePreset(
        "first-useful",
        TemplateChannel.EMAIL,
        SalePhase.CONTACT,
        AidaStep.INTEREST,
        "Second letter: something useful",
        """Hello {contact.first_name},

I wrote to you last week about supplies for {client}. No reply needed. Here are three questions worth asking any supplier, us included:

1. What happens if you miss a delivery date, and is it in the contract?
2. How do you check a batch against the sample, and who pays for a replacement?
3. For how many days does a quoted price stand?

If you would like to compare answers, I will send you ours on one page.

{me.signature}""",
        "Three questions for a supplier",
    ),
    TemplatePreset(
        "after-presentation",
        TemplateChannel.EMAIL,
        SalePhase.PRESENTATION,
        AidaStep.DESIRE,
        "After a presentation: what we agreed",
        """Hello {contact.first_name},

Thank you for your time. Here is what I heard and what we suggest.

What you need: {need}.
What we offer: {product}, list price {price}.

If I got anything wrong, please tell me: it is easier to change the offer now than after signing. If it is right, the next step is the contract and the invoice. Who should I send them to?

{me.signature}""",
        "{client}: our meeting and the next step",
    ),
    TemplatePreset(
        "next-step",
        TemplateChannel.EMAIL,
        SalePhase.CLOSING,
        AidaStep.ACTION,
        "Contract and invoice: the next step",
        """Hello {contact.first_name},

Everything is ready on our side for “{deal}”. I need two answers to begin:

1. Which company should the contract and the invoice be made out to?
2. By what day do you need the first delivery?

As soon as I have them I will send the documents. If you have questions left, tell me when to call.

{me.signature}""",
        "{deal}: two questions before the contract",
    ),
    TemplatePreset(
        "after-silence",
        TemplateChannel.MESSENGER,
        SalePhase.CONTACT,
        AidaStep.ATTENTION,
        "After silence: a short question",
        """Hello {contact.first_name}, this is {me.name}. We were talking about supplies for {client} and left it there. Is it still open, or have you settled it already? Any answer helps: I will know whether to come back to it.""",
    ),
    TemplatePreset(
        "last-letter",
        TemplateChannel.EMAIL,
        SalePhase.CONTACT,
        AidaStep.ACTION,
        "Last letter: a friendly goodbye",
        """Hello {contact.first_name},

I have written a few times and I understand that this is not the moment. I will not take up more of your time.

If it becomes important again, just reply to this letter or call me, and we will go on from where we stopped. If you would rather not hear from me at all, write “no, thanks” and I will take you off my list.

{me.signature}""",
        "I will leave it here",
    ),
    TemplatePreset(
        "return-after-refusal",
        TemplateChannel.EMAIL,
        SalePhase.CONTACT,
        AidaStep.INTEREST,
        "Coming back after a refusal",
        """Hello {contact.first_name},

Some time ago you chose another solution, and we agreed that I would come back. How is it going: is everything as you expected?

If all is well, I am glad to hear it: tell me and I will not trouble you. If something is in the way, tell me what, and I will say honestly whether we can help.

{me.signature}""",
        "{client}: how is it going?",
    ),
    TemplatePreset(
        "reorder",
        TemplateChannel.MESSENGER,
        SalePhase.SUPPORT,
        AidaStep.ACTION,
        "Time to reorder",
        """Hello {contact.first_name}, this is {me.name}. By our reckoning your stock is running low. Shall we repeat the last order, or change something? Tell me by what day you need it and I will prepare everything.""",
    ),
    TemplatePreset(
        "first-call",
        TemplateChannel.CALL,
        SalePhase.CONTACT,
        AidaStep.ATTENTION,
        "First call: the opening",
        """Hello {contact.first_name}, this is {me.name}. Do you have two minutes? If not, when shall I call back?

One question: how are supplies going at {client}? What works, and what would you change?

(Be silent and listen. Write the client’s words down as a need.)

Did I get it right: … ? If I show you how to solve it, who else will decide with you?

Let us set a day: Tuesday or Thursday?""",
    ),
    TemplatePreset(
        "call-after-letter",
        TemplateChannel.CALL,
        SalePhase.NEEDS,
        AidaStep.INTEREST,
        "A call after the letter",
        """Hello {contact.first_name}, this is {me.name}. I wrote to you the other day. Is this a good time?

I am not asking whether you read it. One question: what matters most when you choose a supplier: time, quality or price?

(One answer, one question back: why that?)

Then I will send you only that. On what day shall we talk?""",
    ),
    TemplatePreset(
        "meeting-reminder",
        TemplateChannel.SMS,
        SalePhase.PRESENTATION,
        AidaStep.ACTION,
        "Reminder of a meeting",
        """Hello {contact.first_name}, this is {me.name}. We meet tomorrow as agreed. If your plans have changed, let me know and we will find another time.""",
    ),
)
