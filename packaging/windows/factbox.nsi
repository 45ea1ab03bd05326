; The set-up for Windows, for one user and without an administrator:
;     makensis -DVERSION=0.1.0 -DBUILT=dist\factbox packaging\windows\factbox.nsi
; Compiled with makensis 3.08 on Linux around a folder without a program; never run on Windows.

Unicode true
!include "MUI2.nsh"
!ifndef VERSION
  !define VERSION "0.0.0"
!endif
!ifndef BUILT
  !define BUILT "dist\factbox"
!endif
!ifndef SEP
  ; "/" where makensis runs on Linux.
  !define SEP "\"
!endif
!ifndef OUT
  !define OUT "factbox-${VERSION}-setup.exe"
!endif

Name "Fact Box"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Fact Box"
RequestExecutionLevel user
SetCompressor /SOLID lzma

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\FactBox"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\factbox.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Section
  SetOutPath "$INSTDIR"
  ; What an older version had and this one has not must not stay.
  RMDir /r "$INSTDIR\_internal"
  File /r "${BUILT}${SEP}*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Fact Box.lnk" "$INSTDIR\factbox.exe"
  WriteRegStr HKCU "Software\Classes\.factbox" "" "FactBox.Document"
  WriteRegStr HKCU "Software\Classes\FactBox.Document" "" "Fact Box document"
  WriteRegStr HKCU "Software\Classes\FactBox.Document\DefaultIcon" "" "$INSTDIR\factbox.exe,0"
  WriteRegStr HKCU "Software\Classes\FactBox.Document\shell\open\command" "" '"$INSTDIR\factbox.exe" "%1"'
  ; Other documents keep their program; Fact Box is offered beside it.
  WriteRegStr HKCU "Software\Classes\Applications\factbox.exe\shell\open\command" "" '"$INSTDIR\factbox.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\factbox.exe\SupportedTypes" ".txt" ""
  WriteRegStr HKCU "Software\Classes\Applications\factbox.exe\SupportedTypes" ".md" ""
  WriteRegStr HKCU "Software\Classes\Applications\factbox.exe\SupportedTypes" ".docx" ""
  WriteRegStr HKCU "Software\Classes\Applications\factbox.exe\SupportedTypes" ".odt" ""
  WriteRegStr HKCU "Software\Classes\Applications\factbox.exe\SupportedTypes" ".rtf" ""
  WriteRegStr HKCU "Software\Classes\Applications\factbox.exe\SupportedTypes" ".html" ""
  WriteRegStr HKCU "Software\Classes\Applications\factbox.exe\SupportedTypes" ".pdf" ""
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Fact Box"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\factbox.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\Fact Box.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\factbox.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "Software\Classes\.factbox"
  DeleteRegKey HKCU "Software\Classes\FactBox.Document"
  DeleteRegKey HKCU "Software\Classes\Applications\factbox.exe"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
