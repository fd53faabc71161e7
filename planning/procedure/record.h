#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/finding.h"
#include "planning/procedure/contraindication.h"

namespace planning::procedure {

/// What the contrast medium or the air shows of where the tip lies.
enum class Opacification {
  Epidural,
  Articular,
  Vascular,    ///< do not inject
  Intrathecal  ///< stop
};
const char* word(Opacification);  ///< "epidural"
std::optional<Opacification> opacificationFromWord(const std::string&);
/// False for a vascular and an intrathecal pattern.
bool mayInject(Opacification);

enum class Medium { Iodine, Air };
const char* word(Medium);  ///< "iodine"
std::optional<Medium> mediumFromWord(const std::string&);

enum class PatientPosition { Prone, Supine, LeftLateral, RightLateral };
const char* word(PatientPosition);  ///< "left-lateral"
std::optional<PatientPosition> positionFromWord(const std::string&);

/// What was done and what became of it, beside the plan. What nobody recorded is absent, empty or false; dates are
/// YYYY-MM-DD.
struct ProcedureRecord {
  std::string date;
  std::string performedBy;  ///< name
  std::string guidance;     ///< "CT", "fluoroscopy"
  std::optional<PatientPosition> position{};
  bool asepsis = false;
  std::vector<Opacification> opacifications{};  ///< every test, in their order
  std::optional<Medium> medium{};
  std::optional<bool> anaestheticTestRelieved{};  ///< absent: no such test
  std::string drug;                               ///< injected; empty: nothing was
  std::string lot;
  std::optional<double> volumeMl{};
  std::optional<double> doseAreaProductDgyCm2{};  ///< as (0018,115E) has it, dGy cm2
  std::optional<double> doseLengthProductMgyCm{};
  std::optional<double> durationMin{};
  std::string complications;     ///< free
  bool noComplications = false;  ///< somebody says that there were none
  // 0 (none) to 10
  std::optional<double> painBefore{}, painAfter{}, painDay4{}, painDay30{};
  std::string followUpDate;  ///< when the patient was last asked

  // Time-out at the table
  std::string timeOutBy;  ///< name
  bool patientRead = false, sideRead = false, levelRead = false, allergyRead = false, coagulationRead = false;

  friend bool operator==(const ProcedureRecord&, const ProcedureRecord&) = default;
};

/// Whether a record can be so; `today` YYYY-MM-DD. Errors, with the value: "record-pain-outside" 0 to 10,
/// "record-not-positive" (a volume, a duration, a dose), "record-date-invalid", "record-date-ahead" of today,
/// "record-follow-up-before" the day after the procedure, "record-follow-up-undated" (pain of a later day without both
/// dates).
Expected<void> mayBe(const ProcedureRecord& record, const std::string& today);

/// Without a date the procedure is today's; pain of a later day without a follow-up date was asked today. So was pain
/// of day 30 that `before`, the record as it was, does not have yet, where the follow-up date is still the one of
/// day 4.
ProcedureRecord withDates(ProcedureRecord record, const ProcedureRecord& before, const std::string& today);

/// What somebody must see of a record. Errors: "record-do-not-inject" and "record-stop", by the last pattern; where
/// something was injected all the same "record-injected-after-vascular", "record-injected-after-intrathecal";
/// "record-iodine-allergy". Warnings: "record-no-opacification", "record-no-time-out", "record-time-out-open" (how many
/// of five points), "record-complications-contradict".
std::vector<Finding> judge(const ProcedureRecord& record, const std::vector<CheckAnswer>& checks);

}  // namespace planning::procedure
