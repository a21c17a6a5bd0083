#!/usr/bin/env bash
# Start, memory and size of the JVM, AppCDS, AOT and native packages, side by side in one run. Builds what is not there yet.
#   JAVA_HOME=<JDK 25> GRAALVM_HOME=<GraalVM or Mandrel 25> deploy/bench/start.sh [rounds]
# Each starts with a Redis of its own and with one that is reached by TLS and an IAM token. Needs redis-server and openssl on the
# path. Without GRAALVM_HOME the native executable is left out.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-5}
out=$PWD/target/bench
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

package() { # name, options: packages once into a folder of its own
  if [ ! -e "$out/$1" ]; then
    ./mvnw -B -ntp -q package -DskipTests -Dspotless.check.skip "${@:2}"
    mkdir -p "$out"
    cp -a target/quarkus-app "$out/$1" # -a: an archive of classes is bound to the time stamps of its jars
  fi
}

package jvm
package appcds -Dquarkus.package.jar.appcds.enabled=true
package aot -Dquarkus.package.jar.aot.enabled=true -Dquarkus.package.jar.aot.phase=build -Dquarkus.package.jar.aot.type=aot
flags="-Xmx256m -XX:+UseSerialGC"
variants=(
  "JVM=$out/jvm=$java $flags -jar quarkus-run.jar"
  "AppCDS=$out/appcds=$java $flags -XX:SharedArchiveFile=app-cds.jsa -jar quarkus-run.jar"
  "AOT cache=$out/aot=$java $flags -XX:AOTCache=app.aot -jar quarkus-run.jar"
)
if [ -n "${GRAALVM_HOME:-}" ]; then
  if [ ! -e "$out/native" ]; then
    JAVA_HOME=$GRAALVM_HOME ./mvnw -B -ntp -q package -Dnative -DskipTests -Dspotless.check.skip
    mkdir -p "$out/native"
    cp -a target/*-runner "$out/native/aws-masker"
  fi
  variants+=("native=$out/native=$out/native/aws-masker -Xmx256m")
fi
exec "$java" deploy/bench/StartBench.java "$rounds" "${variants[@]}"
