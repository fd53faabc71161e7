#include "app/look/message_strip.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "app/look/style.h"

namespace app::panels {

MessageStrip::MessageStrip(QWidget* parent) : QFrame(parent), text_(new QLabel) {
  setObjectName("messageStrip");
  text_->setObjectName("message");
  text_->setWordWrap(true);
  text_->setTextFormat(Qt::PlainText);
  text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* sign = new QLabel(verdictSign(planning::needle::Verdict::Near));
  sign->setStyleSheet("font-weight: bold; font-size: 17px; color: " +
                      verdictColour(planning::needle::Verdict::Near).name());
  auto* close = new QToolButton;
  close->setObjectName("closeMessage");
  close->setText(tr("Close"));
  close->setAutoRaise(true);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 4, 6, 4);
  layout->addWidget(sign);
  layout->addWidget(text_, 1);
  layout->addWidget(close);
  connect(close, &QToolButton::clicked, this, &QWidget::hide);
  hide();
}

void MessageStrip::tell(const QString& text) {
  const bool another = isVisible() && !text_->text().isEmpty() && text_->text() != text;
  text_->setText(another ? text_->text().section('\n', -1) + '\n' + text : text);
  show();
}

}  // namespace app::panels
