#include "app/look/page.h"

#include <QMessageBox>

namespace app {

bool Page::save(bool /*complete*/) {
  return false;
}

void Page::setWindow(double /*centreHu*/, double /*widthHu*/) {}

bool Page::mayLeave() {
  const QString text = unsaved();
  if (text.isEmpty()) return true;
  QMessageBox question(QMessageBox::Question, tr("Unsaved plan"), text,
                       QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window());
  question.setObjectName("unsavedQuestion");
  const int answer = question.exec();
  return answer == QMessageBox::Save ? save(false) : answer == QMessageBox::Discard;
}

}  // namespace app
