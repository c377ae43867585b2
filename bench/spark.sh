#!/bin/sh
# Time of a training step on a standalone cluster of two worker processes on this machine, one thread each:
# one worker, two that add their gradients up in each step, two that meet every 20 steps.
#
#   ./gloss spark --help; bench/spark.sh
#
# RECIPE is the folder of a recipe (models/phrasebook-en-fr), STEPS how many are measured after the first 40 (80),
# ROUNDS how often (3). A step of two workers is twice the work of a step of one.
set -eu
cd "$(dirname "$0")/.."
java=${JAVA:-java}
recipe=${RECIPE:-models/phrasebook-en-fr}
steps=$((${STEPS:-80} + 40))
work=$(mktemp -d)
trap 'kill $pids 2>/dev/null; wait; rm -rf "$work"' EXIT INT TERM
pids=
export SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13 SPARK_HOME="$work"
# Executors take their class path from jars/ in Spark's home.
mkdir "$work/jars"
for jar in target/spark-lib/*.jar $(ls -d target/lib/*.jar | grep -E '/(netty|slf4j|jackson|commons|jspecify|gson)'); do
  ln -s "$PWD/$jar" "$work/jars/"
done
opens=$(for name in lang lang.invoke lang.reflect io net nio util util.concurrent util.concurrent.atomic; do
  printf ' --add-opens=java.base/java.%s=ALL-UNNAMED' "$name"
done)
opens="$opens --add-opens=java.base/jdk.internal.ref=ALL-UNNAMED --add-opens=java.base/sun.nio.ch=ALL-UNNAMED"
opens="$opens --add-opens=java.base/sun.nio.cs=ALL-UNNAMED --add-opens=java.base/sun.security.action=ALL-UNNAMED"

# daemon LOG CLASS WORDS…: a master or a worker, and waits until it says that it is up
daemon() {
  log=$1
  shift
  # shellcheck disable=SC2086
  "$java" $opens -Xmx256m -Dorg.slf4j.simpleLogger.log.org.apache.spark.deploy=info -cp "$work/jars/*" \
    "org.apache.spark.deploy.$@" --host 127.0.0.1 --webui-port 0 >"$log" 2>&1 &
  pids="$pids $!"
  until grep -qE 'Starting Spark master at|Successfully registered' "$log"; do
    kill -0 $! || { cat "$log"; exit 1; }
    sleep 0.2
  done
}

daemon "$work/master" master.Master --port 0
master=$(sed -n 's/.*Starting Spark master at \(spark:[^ ]*\).*/\1/p' "$work/master")
for number in 1 2; do
  daemon "$work/log$number" worker.Worker "$master" --cores 1 --memory 2g --work-dir "$work/work$number"
done

# measure WORKERS MODE: seconds a step, from the log of the training
measure() {
  ./gloss spark train "$recipe" --out "$work/model" --overwrite --master "$master" \
    --set "training.distributed.workers=$1" --set "training.distributed.mode=$2" \
    --set training.distributed.every=20 --set "training.until=[$steps steps]" \
    --set "training.validate.every=$steps steps" >"$work/out" 2>&1 || { cat "$work/out"; exit 1; }
  sed -n 's/.*"event":"step","step":\([0-9]*\),.*"seconds":\([0-9.]*\),.*/\1 \2/p' "$work/model/log.jsonl" |
    awk -v what="$1 $2" '$1 == 40 {s = $2} {n = $1; e = $2}
      END {printf "%s: %.4f s a step\n", what, (e - s) / (n - 40)}'
  rm -rf "$work/model"
}

for round in $(seq "${ROUNDS:-3}"); do
  measure 1 allreduce
  measure 2 allreduce
  measure 2 diloco
done
