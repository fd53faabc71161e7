#pragma once

#include <QString>

#include "io/reading/scan.h"

namespace app {

// Folders that the program keeps or remembers. No setting ever names a patient.

/// The nearest folder above that says nothing of the patients: what may be remembered in the settings.
QString folderWithoutPatient(const QString& path, const io::dicom::ScanResult& result);

QString scanFolder();  ///< where scans are looked for first: above the one that was opened last, else the home
void rememberScanFolder(const QString& path, const io::dicom::ScanResult& result);  ///< not one of the program's own
QString planFolder();                                                               ///< the same for plans
void rememberPlanFolder(const QString& file, const io::dicom::ScanResult& result);

/// Where drafts of unsaved plans are kept.
QString draftFolder();
/// What waits to be sent to an archive: the same for the window and for the commands.
QString outboxFolder();
/// Where the demo case is written.
QString demoFolder();

/// Where studies are fetched to from the hospital's archives.
QString fetchedFolder();

/// The archive's folder: in the settings, else in the user's data folder.
QString archiveFolder();
void setArchiveFolder(const QString& folder);
/// Makes it, where it is not there, so that only its owner may read it.
void makeOwnFolder(const QString& folder);
/// True for a file that lies in the archive's folder.
bool isInArchive(const QString& file);
/// A name that no file of the archive's folder has, and that says nothing of the patient. Makes the folder.
QString freshArchiveFile(const QString& kind = QStringLiteral("plan"));
/// Where the next version of `saved` goes: there again, but in the archive every version keeps its file.
QString nextVersionFile(const QString& saved, const QString& kind = QStringLiteral("plan"));

}  // namespace app
