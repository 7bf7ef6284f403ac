"""Work on a run beside the pages: each job calls one verb. The verbs keep a failure in the run itself."""

from django_tasks import task

from vedu.clients.imports import rehearsal, running, undoing
from vedu.clients.imports.run import ImportRun
from vedu.foundation.people.user import User

QUEUE = "imports"


@task(queue_name=QUEUE)
def check_import(run_id: int) -> None:
    rehearsal.rehearse(ImportRun.objects.get(pk=run_id))


@task(queue_name=QUEUE)
def carry_out_import(run_id: int) -> None:
    running.carry_out(ImportRun.objects.get(pk=run_id))


@task(queue_name=QUEUE)
def undo_import(run_id: int, by_id: int) -> None:
    undoing.undo(ImportRun.objects.get(pk=run_id), by=User.objects.get(pk=by_id))
