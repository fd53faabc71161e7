#include "app/fluoroscopy/view_words.h"

#include <QCoreApplication>

#include "app/text/numbers.h"

namespace app::fluoroscopy {
namespace {

QString words(const char* text) {
  return QCoreApplication::translate("app::fluoroscopy", text);
}

}  // namespace

QString runTitle(const planning::fluoroscopy::View& view) {
  return QString::fromStdString(view.identity.modality) + QStringLiteral("  ") +
         QString::fromStdString(view.identity.description);
}

QString anglesText(const planning::fluoroscopy::MarkedView& view) {
  const auto angles = completed(view).anglesOf(view.frame);
  if (!angles.primaryDeg || !angles.secondaryDeg)
    return words(QT_TRANSLATE_NOOP("app::fluoroscopy", "C-arm angles not known"));
  const QString text = carmText(*angles.primaryDeg, *angles.secondaryDeg);
  const auto told = view.view.anglesOf(view.frame);
  if (told.primaryDeg && told.secondaryDeg) return text;
  return words(QT_TRANSLATE_NOOP("app::fluoroscopy", "%1 (given by the operator)")).arg(text);
}

QString scaleWord(planning::fluoroscopy::Scale::Source source) {
  using Source = planning::fluoroscopy::Scale::Source;
  if (source == Source::Calibrated) return words(QT_TRANSLATE_NOOP("app::fluoroscopy", "calibrated"));
  if (source == Source::File) return words(QT_TRANSLATE_NOOP("app::fluoroscopy", "calibrated in the file"));
  return words(QT_TRANSLATE_NOOP("app::fluoroscopy", "at the isocentre's depth"));
}

}  // namespace app::fluoroscopy
