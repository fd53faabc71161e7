#include "app/review/review_words.h"

#include <QCoreApplication>

#include "app/look/style.h"
#include "app/panels/patient_banner.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"

namespace app::review {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::review::Words)
};

QString who(const planning::Patient& patient) {
  return panels::patientTitle(patient) + QStringLiteral(" · ") + panels::patientDetails(patient);
}

/// A UID has no place where a line may break.
QString brokenUid(const planning::review::Control& control) {
  return QString::fromStdString(control.actual.choices.scan.seriesUid).replace('.', QStringLiteral(".\u200b"));
}

}  // namespace

QString stateText(const ReviewCase& review) {
  using planning::needle::Verdict;
  const QString stop = verdictSign(Verdict::Breach) + ' ', look = verdictSign(Verdict::Near) + ' ';
  if (review.strangers())
    return stop + Words::tr("Two patients, nothing is compared.\nPlan: %1\nControl: %2")
                      .arg(who(review.strangers()->planned), who(review.strangers()->control));
  if (!review.planned()) return Words::tr("Open the plan that was carried out.");
  if (review.isWorking()) return Words::tr("Working; the numbers follow.");
  if (review.awaited())
    return look + Words::tr("The scan of the saved control is wanted: series %1.").arg(brokenUid(*review.awaited()));
  if (!review.control()) return Words::tr("Open the control CT.");
  if (review.why()) return stop + sentence(*review.why());
  if (review.isRejected())
    return stop + Words::tr("You said that the registration is not acceptable: mark landmarks in both scans.");
  if (!review.shownNeedle()) return stop + Words::tr("This needle was not found: click its entry and tip.");
  if (review.registration() && !review.registration()->accepted)
    return look + Words::tr("The registration is not yet accepted: judge its residual of %1.")
                      .arg(mm(review.registration()->residualMm));
  return {};
}

QString needleText(const ReviewCase& review) {
  const auto at = review.shownNeedle();
  if (!at || review.isWorking()) return {};
  const auto& needle = review.result()->needles[*at];
  return needle.clicked ? Words::tr("clicked") : needle.asRecorded ? Words::tr("as recorded") : Words::tr("found");
}

QString signedMm(double value) {
  const QString text = mm(value);
  return value > 0 && text != mm(0) ? '+' + text : text;
}

QString contrastWord(const std::string& result) {
  if (result == "epidural") return Words::tr("epidural");
  if (result == "articular") return Words::tr("articular");
  if (result == "vascular") return Words::tr("vascular (do not inject)");
  if (result == "intrathecal") return Words::tr("intrathecal");
  return Words::tr("none made");
}

}  // namespace app::review
