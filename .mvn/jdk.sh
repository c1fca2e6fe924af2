# Finds the JDK that builds and runs Watchkeeper. Sourced by mvnw and by the launcher.
#
# find_jdk prints the home of the first JDK of at least the needed version, looking at
# WATCHKEEPER_JAVA_HOME, JAVA_HOME, the java on the PATH and then where systems install JDKs.
# With none it says so in one sentence on standard error and returns 1.

NEEDED_JDK=25

# jdk_version HOME: the major version of the JDK (not a mere runtime) at HOME, from its release file.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

is_needed_jdk() {
  [ -n "$1" ] || return 1
  _version=$(jdk_version "$1") || return 1
  [ -n "$_version" ] && [ "$_version" -ge "$NEEDED_JDK" ]
}

# java_on_path: the home of the java that the PATH names, with links followed.
java_on_path() {
  _java=$(command -v java) || return 1
  _java=$(readlink -f "$_java" 2>/dev/null) || return 1
  dirname "$(dirname "$_java")"
}

find_jdk() {
  for _home in "${WATCHKEEPER_JAVA_HOME-}" "${JAVA_HOME-}" "$(java_on_path || :)"; do
    if is_needed_jdk "$_home"; then
      printf '%s\n' "$_home"
      return 0
    fi
  done
  # Installation folders are found by pattern; the caller may have switched patterns off.
  case $- in *f*) _noglob=1 ;; *) _noglob=0 ;; esac
  set +f
  for _home in /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* "${HOME-}"/.sdkman/candidates/java/* \
    "${HOME-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_needed_jdk "$_home"; then
      [ "$_noglob" = 0 ] || set -f
      printf '%s\n' "$_home"
      return 0
    fi
  done
  [ "$_noglob" = 0 ] || set -f
  echo "Watchkeeper needs a JDK $NEEDED_JDK or newer and found none: install one (https://adoptium.net) or set JAVA_HOME to it." >&2
  return 1
}
