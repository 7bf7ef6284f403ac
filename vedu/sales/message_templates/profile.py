"""How a seller signs: what clients read of him (CHAN-7)."""

from typing import Self

from django.db import models
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid, require_short
from vedu.foundation.values.phone import normalise_phone

LONGEST_LINE, LONGEST_SIGNATURE = 120, 1000


class SellerProfile(models.Model):
    """``name`` is how he introduces himself, "" when as in the list of people; ``phone`` is kept as he writes it."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=LONGEST_LINE, blank=True)
    job_title = models.CharField(max_length=LONGEST_LINE, blank=True)
    phone = models.CharField(max_length=LONGEST_LINE, blank=True)
    signature = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name or str(self.user)

    @classmethod
    def of(cls, user: User) -> Self:
        """Not yet kept when he has written nothing."""
        profile = cls.objects.filter(user=user).first() or cls()
        profile.user = user
        return profile

    @classmethod
    def write(cls, user: User, *, name: str = "", job_title: str = "", phone: str = "", signature: str = "") -> Self:
        """His own, whole. Raises Invalid."""
        lines = {"name": name, "job_title": job_title, "phone": phone}
        facts = {field: " ".join(text.split()) for field, text in lines.items()}
        facts["signature"] = "\n".join(line.rstrip() for line in signature.strip().splitlines())
        for field, text in facts.items():
            require_short(field, text, LONGEST_SIGNATURE if field == "signature" else LONGEST_LINE)
        if facts["phone"] and normalise_phone(facts["phone"]) is None:
            sentence = _("“%(typed)s” is not a whole phone number.") % {"typed": facts["phone"]}
            raise invalid("phone", "phone-wrong", sentence)
        profile, _is_new = cls.objects.update_or_create(user=user, defaults=facts)
        return profile

    @property
    def shown_name(self) -> str:
        return self.name or self.user.name

    @property
    def signed(self) -> str:
        """The signature, else one made of what is known; "" while there is neither job title nor phone."""
        if self.signature:
            return self.signature
        known = [one for one in (self.job_title, self.phone) if one]
        return "\n".join([self.shown_name, *known]) if known else ""
