#include "app/worksheet/paper_numbers.h"

#include <QLocale>

#include "app/text/numbers.h"
#include "app/text/words.h"

namespace app::worksheet {

QString printed(QString number) {
  return number.replace(QLatin1Char('.'), QLocale(QString::fromLatin1(windowLanguage())).decimalPoint());
}

QString paperMm(double value) {
  return printed(mm(value));
}
QString paperMm(const std::optional<double>& value) {
  return printed(mm(value));
}
QString paperDegrees(const planning::Angle& angle) {
  return printed(degrees(angle));
}

}  // namespace app::worksheet
