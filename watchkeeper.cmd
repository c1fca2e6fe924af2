@echo off
rem Starts Watchkeeper from a checkout: builds what is missing, then runs it with the right flags.
rem Needs JAVA_HOME to name a JDK 25 or newer. After a change of sources delete app\target to build again.
setlocal
set "ROOT=%~dp0"
set "PROGRAM=%ROOT%app\target\program"
if not exist "%JAVA_HOME%\bin\javac.exe" (
  echo Watchkeeper needs a JDK 25 or newer: install one ^(https://adoptium.net^) and set JAVA_HOME to it. 1>&2
  exit /b 1
)
if not exist "%PROGRAM%\.built" (
  echo Building Watchkeeper; the first time this fetches its libraries and takes a few minutes ... 1>&2
  pushd "%ROOT%"
  call mvnw.cmd -q -B -pl app -am -Pquick package
  if errorlevel 1 (
    popd
    echo The build failed; its messages above say where. 1>&2
    exit /b 1
  )
  popd
  type nul > "%PROGRAM%\.built"
)
"%JAVA_HOME%\bin\java" @"%ROOT%app\src\launch\jvm.options" @"%ROOT%app\src\launch\program.options" --module-path "%PROGRAM%\javafx" -cp "%PROGRAM%\lib\*" dev.watchkeeper.app.launch.Main %*
exit /b %ERRORLEVEL%
