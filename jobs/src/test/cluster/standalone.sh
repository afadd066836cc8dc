#!/usr/bin/env bash
# Runs Peil on a real standalone cluster, a master and two workers on loopback, with spark-submit of the Spark distribution
# that PyPI's pyspark carries, from an unpacked release archive, and compares every table with what one machine makes of the
# same delivery. Then once more with a worker that is killed halfway, and with Delta and Sedona as packages.
#   jobs/src/test/cluster/standalone.sh CONF TABLES [WORD...]
# CONF is a configuration, TABLES the folder that `./peil run --conf CONF WORD...` filled on this machine, WORDs are more of the
# command line, such as --set input=DIR. Needs python3 with pip for the distribution, 434 MB, kept in jobs/target, and jq.
# At its heaviest it takes 5 GiB: the driver 2, two executors and two workers, the master.
set -euo pipefail
shopt -s nullglob

fail() {
  echo "standalone.sh: $1" >&2
  exit 1
}

[ $# -ge 2 ] || fail "usage: $0 CONF TABLES [WORD...]"
home=$(cd "$(dirname "$0")/../../../.." && pwd)
conf=$1
[ -d "$2/lineage" ] || fail "no tables in $2: fill it first with ./peil run --conf $conf --set output=$2"
local_tables=$(cd "$2" && pwd)
shift 2
words=("$@")

# Tasks that each worker must have finished for the run to count as shared: it has some hundreds
least_tasks=20

work=$(mktemp -d)
started=()

clean_up() {
  local code=$?
  trap - EXIT INT TERM
  for pid in ${started[@]+"${started[@]}"}; do kill "$pid" 2>/dev/null || true; done
  for pid in ${started[@]+"${started[@]}"}; do wait "$pid" 2>/dev/null || true; done
  if [ "$code" -ne 0 ] && [ -n "${KEEP:-}" ]; then
    echo "standalone.sh: what the cluster left stands in $work" >&2
  else
    rm -rf "$work"
  fi
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

say() { printf -- '--- %s (%s s)\n' "$1" "$SECONDS"; }

wait_for() { # seconds, what for, command...
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@"; do
    if [ "$SECONDS" -ge "$until" ]; then
      tail -n 40 "$work"/*.log >&2
      fail "waited in vain for $what; the logs are above"
    fi
    sleep 0.3
  done
}

# ---- Spark ------------------------------------------------------------------------------------------------------------
requirements=$home/jobs/src/test/cluster/requirements.txt
version=$(sed -n 's/^pyspark==\([0-9.]*\).*/\1/p' "$requirements")
pinned=$(sed -n 's|.*<spark.version>\(.*\)</spark.version>.*|\1|p' "$home/pom.xml")
[ "$version" = "$pinned" ] || fail "pom.xml has Spark $pinned, $requirements has $version: make them the same"
distribution=$home/jobs/target/spark-$version
for tool in jq curl; do
  command -v "$tool" >/dev/null || fail "$tool is needed and not on the PATH"
done
if [ ! -d "$distribution" ]; then
  command -v python3 >/dev/null || fail "python3 is needed to fetch Spark from PyPI, and not on the PATH"
  python3 -m pip --version >/dev/null 2>&1 || fail "python3 has no pip, which is needed to fetch Spark from PyPI"
  say "fetching Spark $version from PyPI"
  mkdir -p "$home/jobs/target"
  python3 -m pip install --quiet --no-deps --require-hashes --target "$work/pip" -r "$requirements" >"$work/pip.log" 2>&1 ||
    { cat "$work/pip.log" >&2; fail "pip could not fetch Spark $version from PyPI; see above"; }
  mv "$work/pip/pyspark" "$distribution"
fi
export SPARK_HOME=$distribution
# Nothing of another Spark on this machine, and nothing that others can reach
mkdir "$work/conf"
export SPARK_CONF_DIR=$work/conf SPARK_LOCAL_IP=127.0.0.1 SPARK_DAEMON_MEMORY=256m SPARK_NO_DAEMONIZE=1

# ---- Peil, as it goes to another machine ------------------------------------------------------------------------------
release=("$home"/jobs/target/peil-*-cluster.tar.gz)
if [ ${#release[@]} -ne 1 ] || [ -n "$(find "$home"/pom.xml "$home"/*/pom.xml "$home"/conf "$home"/peil "$home"/common/src/main \
  "$home"/jobs/src/main -newer "${release[0]}" -print -quit)" ]; then
  say "building the release"
  rm -f "$home"/jobs/target/peil-*.tar.gz
  (cd "$home" && ./mvnw -q -B -ntp -Prelease -Dmaven.test.skip=true package)
  release=("$home"/jobs/target/peil-*-cluster.tar.gz)
fi
tar -xzf "${release[0]}" -C "$work"
unpacked=("$work"/peil-*/peil)
peil=${unpacked[0]}

# ---- the cluster ------------------------------------------------------------------------------------------------------
port() { # service, log
  sed -n "s/.*Successfully started service '$1' on port \([0-9]*\).*/\1/p" "$2" | head -1
}
has_port() { [ -f "$2" ] && [ -n "$(port "$1" "$2")" ]; }
alive() { curl -sf "http://127.0.0.1:$ui/json/" | jq -r '[.workers[] | select(.state == "ALIVE")] | length'; }
workers_alive() { [ "$(alive)" = "$1" ]; }

say "starting a master and two workers"
"$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.master.Master \
  --host 127.0.0.1 --port 0 --webui-port 0 >"$work/master.log" 2>&1 &
started+=($!)
wait_for 180 "the master" has_port MasterUI "$work/master.log"
ui=$(port MasterUI "$work/master.log")
master=spark://127.0.0.1:$(port sparkMaster "$work/master.log")
worker_pids=()
for n in 1 2; do
  "$SPARK_HOME/bin/spark-class" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 \
    --cores 1 --memory 1500m --work-dir "$work/worker$n" "$master" >"$work/worker$n.log" 2>&1 &
  started+=($!)
  worker_pids[n]=$!
done
wait_for 180 "two workers" workers_alive 2

# ---- runs -------------------------------------------------------------------------------------------------------------
# A small delivery is over before the thorough compiler pays
quick="-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m"
# In the background, so that a signal to this script is not held up until the run is over
begin() { # tables, more words
  local tables=$1
  shift
  PEIL_MEMORY=2g "$peil" run --master "$master" --conf "$conf" ${words[@]+"${words[@]}"} --set "output=$tables" \
    --spark spark.executor.memory=1g --spark spark.executor.cores=1 --spark spark.sql.shuffle.partitions=8 \
    --spark spark.ui.enabled=false --spark "spark.driver.extraJavaOptions=$quick" --spark "spark.executor.extraJavaOptions=$quick" \
    "$@" &
  driver=$!
  started+=("$driver")
}
tasks() { # worker; those that its executors finished
  cat "$work/worker$1"/app-*/*/stderr </dev/null 2>/dev/null | grep -c 'Finished task' || true
}
shared() { # since when: tasks of worker 1, of worker 2
  local one=$(($(tasks 1) - $1)) two=$(($(tasks 2) - $2))
  echo "worker 1 finished $one tasks, worker 2 $two"
  [ "$one" -ge "$least_tasks" ] && [ "$two" -ge "$least_tasks" ]
}

say "the whole run on the cluster"
begin "$work/tables"
wait "$driver" || fail "the run on the cluster ended with $?"
shared 0 0 || fail "expected at least $least_tasks tasks of each worker: the work was not shared"

say "with Delta and Sedona as packages, nothing is stale"
value() { sed -n "s|.*<$1>\(.*\)</$1>.*|\1|p" "$home/pom.xml"; }
scala=$(value scala.binary.version)
up_to_date() { # what a plan printed
  if ! grep -q 'up to date' "$1" || grep -E ' of [0-9]+ to make' "$1"; then
    cat "$1" >&2
    fail "expected all tables of the cluster to be up to date for this jar; see above"
  fi
}
# Not from the repository that Maven keeps in the home folder: it has descriptions of files that a build left out, without these
# files, and Spark stops at the first of them
"$SPARK_HOME/bin/spark-submit" --master "$master" --class nl.peil.jobs.Peil \
  --packages "io.delta:delta-spark_4.0_$scala:$(value delta.version),org.apache.sedona:sedona-spark-shaded-4.0_$scala:$(value sedona.version)" \
  --exclude-packages "$(value spark.packages.without)" \
  --conf "spark.jars.ivy=$work/ivy" --conf spark.executor.memory=1g --conf spark.executor.cores=1 --conf spark.ui.enabled=false \
  --conf "spark.driver.defaultJavaOptions=-Duser.timezone=UTC -DDO_NOT_TRACK=true -Duser.home=$work/ivy $quick" \
  "$home/jobs/target/peil-cluster-slim.jar" plan --conf "$conf" ${words[@]+"${words[@]}"} --set "output=$work/tables" >"$work/packages.out" 2>"$work/packages.log" ||
  { code=$?; tail -n 40 "$work/packages.log" >&2; fail "spark-submit with packages ended with $code; see above"; }
up_to_date "$work/packages.out"

say "nor on one machine"
env -u SPARK_HOME "$home/peil" plan --conf "$conf" ${words[@]+"${words[@]}"} --set "output=$work/tables" >"$work/local.out"
up_to_date "$work/local.out"

say "travel_times and accessibility again, and worker 2 dies"
cp -R "$work/tables" "$work/survived"
before1=$(tasks 1)
before2=$(tasks 2)
begin "$work/survived" --force --only travel_times,accessibility >"$work/survived.log" 2>&1
busy() { [ "$(tasks 2)" -ge $((before2 + least_tasks)) ] || ! kill -0 "$driver" 2>/dev/null; }
wait_for 300 "worker 2 to be busy" busy
kill -0 "$driver" 2>/dev/null || fail "the run was over before worker 2 could be killed: $(cat "$work/survived.log")"
executor=$(pgrep -P "${worker_pids[2]}" || true)
kill -9 "${worker_pids[2]}" ${executor:+$executor}
at1=$(tasks 1)
code=0
wait "$driver" || code=$?
cat "$work/survived.log"
[ "$code" -eq 0 ] || fail "the run ended with $code after a worker was lost"
echo "worker 1 finished $((at1 - before1)) tasks before worker 2 died, $(($(tasks 1) - at1)) after"
[ $(($(tasks 1) - at1)) -gt 0 ] || fail "the run was all but over when worker 2 died: this proves nothing"
wait_for 90 "the master to miss worker 2" workers_alive 1

# ---- the same rows ----------------------------------------------------------------------------------------------------
say "comparing with $local_tables"
(cd "$home" && ./mvnw -q -B -ntp -pl common,jobs -am test -Dtest=ClusterEqualsLocalTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcluster.local="$local_tables" -Dcluster.tables="$work/tables" -Dcluster.survived="$work/survived")
say "the cluster wrote what one machine writes"
