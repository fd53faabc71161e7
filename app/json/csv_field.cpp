#include "app/json/csv_field.h"

namespace app {

QByteArray csvField(const std::string& utf8) {
  QByteArray text = QByteArray::fromStdString(utf8);
  if (!text.isEmpty() && QByteArray("=+-@").contains(text[0])) text.prepend('\'');
  if (!text.contains('"') && !text.contains(',') && !text.contains('\n') && !text.contains('\r')) return text;
  return '"' + text.replace("\"", "\"\"") + '"';
}

QByteArray csvField(const std::optional<double>& value) {
  if (!value) return {};
  QByteArray text = QByteArray::number(*value, 'f', 6);
  while (text.endsWith('0')) text.chop(1);
  if (text.endsWith('.')) text.chop(1);
  return text == "-0" ? QByteArray("0") : text;
}

}  // namespace app
