@echo off
rem Starts gan4j with the Java beside it; the settings are those of bin/gan4j.
setlocal
set "root=%~dp0.."
rem Java, too, is to know of no more processors; but torchrun sets OMP_NUM_THREADS to 1, whatever the machine has.
set "limit=%GAN4J_THREADS%"
if not defined limit if not defined WORLD_SIZE set "limit=%OMP_NUM_THREADS%"
if not defined limit set "limit=%NUMBER_OF_PROCESSORS%"
if %limit% GEQ %NUMBER_OF_PROCESSORS% (set "limit=") else set "limit=-XX:ActiveProcessorCount=%limit%"
if defined GAN4J_THREADS set "OMP_NUM_THREADS=%GAN4J_THREADS%"
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=%NUMBER_OF_PROCESSORS%"
if not defined OPENBLAS_NUM_THREADS set "OPENBLAS_NUM_THREADS=1"
set "classpath=%root%\gan4j.jar"
if defined GAN4J_CLASSPATH set "classpath=%classpath%;%GAN4J_CLASSPATH%"
set "unsafe="
for /f "tokens=2 delims==." %%v in ('findstr /b JAVA_VERSION= "%root%\runtime\release"') do set "version=%%~v"
if %version:"=% GEQ 23 set "unsafe=--sun-misc-unsafe-memory-access=allow"
"%root%\runtime\bin\java.exe" "@%root%\lib\java.options" %unsafe% %limit% %GAN4J_JAVA_OPTIONS% ^
    -cp "%classpath%" io.github.gan4j.cli.Gan4j %*
exit /b %ERRORLEVEL%
