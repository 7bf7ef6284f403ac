"""Who has signed in, read by kept SQL: every request asks for him."""

from django.contrib.auth.backends import ModelBackend

from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects


class PeopleBackend(ModelBackend):
    """Checks login and password as Django does."""

    def get_user(self, user_id: int) -> User | None:
        user = next(iter(_USERS.objects(user_id)), None)
        return user if user and self.user_can_authenticate(user) else None


_USERS = PreparedObjects(lambda pk: User.objects.filter(pk=pk))
