#!/usr/bin/env bash
# What a run needs as zones grow: seconds, peak resident memory, disk. Every line is a whole run, raw files to region tables and
# pages, of one scenario-year of the fictional region with ZONES zones, in processes of its own.
#   bench/sizes.sh ZONES CASE... [-- WORD...]
# A CASE is
#   embedded,HEAP                                    ./peil run in one process, such as embedded,4g
#   executors,N,CORES,MEMORY,DRIVER[,PARTITIONS]     N executors apart from the driver (Spark's local-cluster), on this machine:
#                                                    executors,2,1,3g,2g or executors,1,2,6g,2g,256
# Lines go to the screen and to bench/target/sizes.md. The delivery is made once, in bench/target/sizes, and kept; tables go.
# Embedded runs need Linux alone (memory is read from /proc), executors SPARK_HOME too. WORDs go behind ./peil run, such as
# --set ikob=null.
set -euo pipefail

fail() {
  echo "sizes.sh: $1" >&2
  exit 1
}

[ $# -ge 2 ] || fail "usage: $0 ZONES CASE... [-- WORD...]"
[ -r /proc/self/status ] || fail "memory is read from /proc, which this system does not have"
home=$(cd "$(dirname "$0")/.." && pwd)
zones=$1
shift
cases=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  cases+=("$1")
  shift
done
[ $# -eq 0 ] || shift
work=$home/bench/target/sizes
delivery=$work/$zones
# One scenario-year; the list of files names those of the other, which are taken away
words=(--conf "$home/conf/sample.conf" --set "input=$delivery" --set "output=$work/tables"
  --set manifest=null --set 'scenarios=[]' --set 'comparisons=[]' "$@")
alone=(env -u SPARK_HOME) # with it the launcher hands over to spark-submit
mkdir -p "$work"
report=$home/bench/target/sizes.md

if [ ! -d "$delivery" ]; then
  "${alone[@]}" "$home/peil" sample --zones "$zones" --out "$delivery.part"
  find "$delivery.part" -type d -name hoog -prune -exec rm -r {} +
  mv "$delivery.part" "$delivery"
fi

peak() { # kB of the processes whose command line has these words, the largest of each process as kernel keeps it
  local pid words=$1
  for pid in $(pgrep -f "$words" || true); do
    sed -n "s/^VmHWM:\t *\([0-9]*\) kB/$pid \1/p" "/proc/$pid/status" 2>/dev/null || true
  done
}

largest() { # the largest of what peak noted, in GiB
  awk '{ if ($2 > most) most = $2 } END { printf "%.1f", most / 1048576 }' "$1"
}

measure() { # case
  local kind a b c d e
  IFS=, read -r kind a b c d e <<<"$1"
  local tables=$work/tables log=$work/log command=() settings=()
  rm -rf "$tables"
  : >"$work/driver.peak"
  : >"$work/executor.peak"
  case $kind in
    embedded) command=("${alone[@]}" PEIL_MEMORY="$a" "$home/peil") ;;
    executors)
      [ -n "${SPARK_HOME:-}" ] || fail "SPARK_HOME is needed for $1: the folder of a Spark distribution"
      [ -n "$d" ] || fail "expected executors,N,CORES,MEMORY,DRIVER[,PARTITIONS], got $1"
      settings=(--spark "spark.executor.memory=$c" ${e:+--spark "spark.sql.shuffle.partitions=$e"})
      # A worker of local-cluster has as much memory as its executor takes, its overhead not counted
      command=(env PEIL_MEMORY="$d" "$home/peil" --master "local-cluster[$a,$b,$(megabytes "$c")]" "${settings[@]}")
      ;;
    *) fail "expected embedded,HEAP or executors,N,CORES,MEMORY,DRIVER, got $1" ;;
  esac
  # Built, and prepared for quick starts, before the clock runs
  "${command[@]}" measure --list >/dev/null
  local start=$SECONDS code=0 watcher
  while sleep 1; do
    peak "run --conf $home/conf/sample.conf --set input=$delivery" >>"$work/driver.peak"
    peak 'CoarseGrainedExecutorBackend' >>"$work/executor.peak"
  done &
  watcher=$!
  # shellcheck disable=SC2064
  trap "kill $watcher 2>/dev/null || true" EXIT
  "${command[@]}" run "${words[@]}" >"$log" 2>&1 || code=$?
  local seconds=$((SECONDS - start))
  kill "$watcher"
  wait "$watcher" 2>/dev/null || true
  local pairs=- size=-
  if [ "$code" = 0 ]; then
    pairs=$("${alone[@]}" "$home/peil" sql "${words[@]}" --format csv "SELECT count(*) DIV 1000000 FROM travel_times" | tail -n 1)
    size=$(du -sm "$tables" | cut -f 1)
  else
    echo "sizes.sh: $1 ended with exit code $code; the end of its log:" >&2
    tail -n 20 "$log" >&2
  fi
  local line
  line="| $zones | $pairs | $1 | $([ "$code" = 0 ] && echo "$seconds" || echo "ended after $seconds with exit code $code") |"
  line="$line $(largest "$work/driver.peak") | $([ "$kind" = executors ] && largest "$work/executor.peak" || true) | $size |"
  [ -s "$report" ] || printf '%s\n' '| zones | million pairs | case | seconds | driver, GiB | an executor, GiB | tables, MB |' \
    '| ---: | ---: | --- | ---: | ---: | ---: | ---: |' >"$report"
  echo "$line" | tee -a "$report"
  rm -rf "$tables"
}

megabytes() { # 3g or 3072m
  case $1 in
    *g) echo $((${1%g} * 1024)) ;;
    *m) echo "${1%m}" ;;
    *) fail "memory is written as 3g or 3072m, got $1" ;;
  esac
}

for each in "${cases[@]}"; do measure "$each"; done
