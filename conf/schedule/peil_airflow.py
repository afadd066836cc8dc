"""Peil in Airflow 2.4 or later: a nightly run, and maintenance on Sundays after it.

On failure: a task that fails (exit code 1) is tried again twice, ten minutes apart; it goes on where it stopped. Exit codes
    2 (configuration wrong), 3 (data rejected, the rest is stored) and 4 (another command works on the output) will be the
    same at the next try: 4 becomes 'skipped', 2 and 3 become 'failed' at once.
On overlap: max_active_runs=1 and catchup=False keep the DAG to one run at a time; what runs outside Airflow holds the lock
    of the output: then the run waits, at most lock.wait_minutes of the configuration.
"""

from datetime import datetime, timedelta

from airflow import DAG
from airflow.exceptions import AirflowFailException, AirflowSkipException
from airflow.operators.bash import BashOperator

PEIL = "cd /opt/peil && "
RUN = "./peil run --conf /etc/peil/region.conf --lock wait"
MAINTAIN = "./peil maintain --conf /etc/peil/region.conf --lock wait"


class Peil(BashOperator):
    """Runs a command of Peil; codes that another try would not change end the task."""

    def execute(self, context):
        code = self.subprocess_hook.run_command(
            command=["bash", "-c", PEIL + self.bash_command], env=self.get_env(context)
        ).exit_code
        if code == 4:
            raise AirflowSkipException("another command works on the output")
        if code in (2, 3):
            raise AirflowFailException(f"exit code {code}: see docs/operations.md")
        if code != 0:
            raise RuntimeError(f"exit code {code}")


with DAG(
    dag_id="peil",
    description="Regional accessibility tables, brought up to date every night",
    schedule="0 4 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10), "owner": "peil"},
) as dag:
    run = Peil(task_id="run", bash_command=RUN, append_env=True)
    maintain = Peil(
        task_id="maintain",
        # 'ds' is the start of the interval: Saturday for the run of Sunday morning
        bash_command="[ \"$(date -d '{{ ds }}' +%u)\" != 6 ] || " + MAINTAIN,
        append_env=True,
    )
    run >> maintain
