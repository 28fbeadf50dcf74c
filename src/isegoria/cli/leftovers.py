"""What an earlier run left behind: sessions that have expired, letters that were being sent.

Only called while nobody else runs on these data: a task that is said to be running then is not.
"""

from isegoria.cli.console import say

READY = "READY"
MOST_ATTEMPTS = 3  # a letter that brings the process down each time is left alone after these


def put_in_order() -> None:
    clear_sessions()
    clear_registers()
    if count := stop_computing():
        say(f"Calculs de tirage interrompus par un arrêt, à relancer : {count}.")
    if count := send_again():
        say(f"Courriels interrompus par un arrêt, remis en attente : {count}.")


def clear_sessions() -> None:
    """Forget the sessions that nobody can use any more."""
    from django.core.management import call_command

    call_command("clearsessions")


def clear_registers() -> None:
    """Remove the files that were on their way when the site stopped."""
    from isegoria.convention.recruitment import passing

    passing.sweep()


def stop_computing() -> int:
    """Say of the draws that were being computed that they no longer are; how many there were."""
    from isegoria.convention.recruitment.computations import lost_at_a_stop
    from isegoria.web import clock

    return lost_at_a_stop(clock.now())


def send_again() -> int:
    """Put back in the queue the tasks that a stop cut short; how many there were.

    A letter may thus reach somebody twice, rather than never.
    """
    from django_tasks_db.models import DBTaskResult

    cut = [
        one.pk
        for one in DBTaskResult.objects.running().only("worker_ids")
        if len(one.worker_ids) < MOST_ATTEMPTS
    ]
    again = DBTaskResult.objects.filter(pk__in=cut)
    return again.update(status=READY, started_at=None)
