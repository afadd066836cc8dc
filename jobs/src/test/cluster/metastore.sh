#!/usr/bin/env bash
# Registers tables in a Hive metastore (embedded Derby) with `peil register`, and looks at them with another client of that
# metastore: spark-sql, which knows nothing of Peil.
#   jobs/src/test/cluster/metastore.sh CONF TABLES
# CONF is a configuration, TABLES the folder that `./peil run --conf CONF` filled. Needs the Spark distribution that standalone.sh
# fetches (jobs/target/spark-VERSION), or SPARK_HOME with one.
set -euo pipefail

fail() {
  echo "metastore.sh: $1" >&2
  exit 1
}
say() { printf -- '--- %s (%s s)\n' "$1" "$SECONDS"; }
expect() { # words that the file must contain
  grep -qE -- "$1" "$2" || { cat "$2" >&2; fail "expected '$1' above"; }
}

[ $# -eq 2 ] || fail "usage: $0 CONF TABLES"
home=$(cd "$(dirname "$0")/../../../.." && pwd)
conf=$(realpath "$1")
[ -d "$2/lineage" ] || fail "no tables in $2: fill it first with ./peil run --conf $conf --set output=$2"
version=$(sed -n 's|.*<spark.version>\(.*\)</spark.version>.*|\1|p' "$home/pom.xml")
export SPARK_HOME=${SPARK_HOME:-$home/jobs/target/spark-$version}
[ -x "$SPARK_HOME/bin/spark-sql" ] || fail "no Spark in $SPARK_HOME: standalone.sh fetches it, or set SPARK_HOME"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/conf"
export SPARK_CONF_DIR=$work/conf SPARK_LOCAL_IP=127.0.0.1
cp -R "$2" "$work/tables"

# What both clients say of the metastore, and nothing else: the catalog is all that they share
metastore=(
  "spark.sql.catalogImplementation=hive"
  "spark.sql.warehouse.dir=$work/warehouse"
  "spark.hadoop.javax.jdo.option.ConnectionURL=jdbc:derby:;databaseName=$work/metastore;create=true"
  "spark.ui.enabled=false"
  "spark.sql.shuffle.partitions=2"
  "spark.databricks.delta.snapshotPartitions=2"
  # Both are over before the thorough compiler pays
  "spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -Dderby.stream.error.file=$work/derby.log"
)
settings() { for one in "${metastore[@]}"; do printf '%s\n%s\n' "$1" "$one"; done; }
mapfile -t for_peil < <(settings --spark)
mapfile -t for_client < <(settings --conf)

register() { # tables, more words
  local tables=$1
  shift
  (cd "$work" && PEIL_MEMORY=2g "$home/peil" register --master 'local[2]' --conf "$conf" --set "output=$tables" "$@" \
    "${for_peil[@]}")
}
delta=$(tr ':' '\n' <"$home/jobs/target/embedded.classpath" | grep -E '/(delta|unitycatalog)-[^/]*\.jar$' | paste -sd,)
client() { # SQL; what any client with Delta does
  (cd "$work" && "$SPARK_HOME/bin/spark-sql" --master 'local[2]' --jars "$delta" "${for_client[@]}" \
    --conf spark.sql.extensions=io.delta.sql.DeltaSparkSessionExtension \
    --conf spark.sql.catalog.spark_catalog=org.apache.spark.sql.delta.catalog.DeltaCatalog \
    -e "$1" 2>>"$work/client.log") || { tail -n 40 "$work/client.log" >&2; fail "spark-sql failed; see above"; }
}

say "registering"
register "$work/tables" | tee "$work/first"
expect 'peil\.zones +made' "$work/first"
expect 'peil\.basisniveau +made' "$work/first"

say "another client"
client "SHOW TABLES IN peil; DESCRIBE TABLE peil.zones; DESCRIBE TABLE EXTENDED peil.keuze;
  SELECT 'share', mode, round(share_meeting_norm, 6) FROM peil.basisniveau
  WHERE scenario = 'basis' AND layout = 'landschap' AND region = 'LS01' AND service = 'huisarts' ORDER BY mode;
  SELECT 'rows', count(*) FROM peil.travel_times; SELECT 'differ', count(*) > 0 FROM peil.regionale_verschillen" >"$work/seen"
expect 'zone key; for PC4 the postcode itself' "$work/seen"
expect 'opportunities within the' "$work/seen"
expect '^differ	true' "$work/seen"
for view in basisniveau regionale_verschillen keuze; do expect "^$view\$" "$work/seen"; done
(cd "$home" && unset SPARK_HOME && ./peil sql --conf "$conf" --set "output=$work/tables" --format csv \
  "SELECT 'share', mode, round(share_meeting_norm, 6) FROM region_level
   WHERE scenario = 'basis' AND layout = 'landschap' AND region = 'LS01' AND service = 'huisarts' ORDER BY mode") |
  tail -n +2 | tr ',' '\t' >"$work/ours"
test -s "$work/ours" || fail "no figures to compare with"
diff <(grep $'^share\t' "$work/seen") "$work/ours" || fail "the other client sees other figures (<) than peil sql (>)"

say "again: nothing changes; then the folder moves, and the entries with it"
register "$work/tables" >"$work/again"
expect 'peil\.zones +as it was' "$work/again"
mv "$work/tables" "$work/moved"
register "$work/moved" >"$work/after"
expect 'peil\.zones +now here; was file:.*/tables/zones' "$work/after"
client "SELECT 'rows', count(*) FROM peil.travel_times" >"$work/rows"
diff <(grep $'^rows\t' "$work/seen") "$work/rows" || fail "the moved folder has other rows"
say "tables and views are there for any client of the metastore"
