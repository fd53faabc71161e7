#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/progress.h"
#include "planning/review/audit.h"
#include "planning/review/procedures.h"

namespace app::audit {

/// What an audit is made of: the needles of all controls that were found.
struct Source {
  QString words;  ///< the folder, or what was searched for
  std::vector<planning::review::AuditedNeedle> needles;
  std::map<std::string, std::filesystem::path> files;  ///< of plans and controls, by SOP Instance UID
  struct Refused {
    std::filesystem::path file;
    planning::Error reason;
  };
  std::vector<Refused> refused;                                  ///< files that are neither
  std::vector<planning::review::AuditedProcedure> procedures{};  ///< of all plans with a record; none from an index
};

/// Reads every file under a folder, without an index. Errors: those of io::dicom::listFiles(), "cancelled".
planning::Expected<Source> sourceOf(const std::filesystem::path& folder, planning::Progress& progress);

/// An audit with what it leaves out.
struct Report {
  QString words;
  bool blinded = false;
  planning::review::AuditSelection counts;  ///< its needles are those of the audit, before they were blinded
  planning::review::Audit audit;
  std::vector<std::filesystem::path> files;  ///< of the control of each needle; empty paths when blinded
  std::vector<Source::Refused> refused;
  planning::review::ProcedureAudit procedures{};
};
Report reportOf(const Source& source, bool blinded);

/// The JSON of the command; its keys are explained in `needleplan help audit`.
QJsonObject toJson(const Report& report);
/// One line a needle, in the order of time, RFC 4180; numbers with a point, empty where a value is absent.
QByteArray toCsv(const Report& report);

/// Writes a report's bytes. Errors: "cannot-write".
planning::Expected<void> save(const QByteArray& bytes, const std::filesystem::path& file);

/// A group's name in the language of the window: the route's own name, "22G", "Operator A", "not known".
QString groupName(planning::review::Grouping grouping, const std::string& name, bool blinded);
QString groupingTitle(planning::review::Grouping grouping);  ///< "By route"
QString measureName(planning::review::Measure measure);      ///< "Tip error"
QString measureUnit(planning::review::Measure measure);      ///< "mm", "°", "min"
/// "4.2 mm", with one decimal.
QString measured(planning::review::Measure measure, double value);
/// A group's mean with its 95 % interval: "4.2 (3.6 to 4.8)"; "–" when absent.
QString meanText(const planning::review::AuditGroup& group, planning::review::Measure measure);
/// "12.5 % (4.9 to 28.1)"; "–" when absent.
QString shareText(const std::optional<planning::review::Proportion>& share);
/// What was left out and why, a whole sentence each; empty for nothing.
QStringList leftOut(const Report& report);

}  // namespace app::audit
