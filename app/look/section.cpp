#include "app/look/section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace app::panels {

Section::Section(const QString& title, bool folds, QWidget* parent)
    : QWidget(parent),
      title_(new QToolButton),
      summary_(new QLabel),
      content_(new QWidget),
      body_(new QVBoxLayout(content_)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  auto* header = new QHBoxLayout;
  title_->setText(title);
  title_->setProperty("role", "sectionTitle");
  title_->setAutoRaise(true);
  title_->setToolButtonStyle(folds ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonTextOnly);
  title_->setArrowType(folds ? Qt::DownArrow : Qt::NoArrow);
  title_->setFocusPolicy(folds ? Qt::TabFocus : Qt::NoFocus);
  summary_->setObjectName("sectionSummary");
  summary_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  header->addWidget(title_);
  header->addStretch();
  header->addWidget(summary_);
  layout->addLayout(header);
  layout->addWidget(content_);
  body_->setContentsMargins(8, 0, 0, 4);
  body_->setSpacing(4);
  if (folds) connect(title_, &QToolButton::clicked, this, [this] { setFolded(content_->isVisibleTo(this)); });
}

void Section::setSummary(const QString& text) {
  summary_->setText(text);
}

void Section::setFolded(bool folded) {
  content_->setVisible(!folded);
  title_->setArrowType(folded ? Qt::RightArrow : Qt::DownArrow);
}

QLabel* bigValue(const QString& objectName) {
  auto* label = new QLabel;
  label->setObjectName(objectName);
  label->setProperty("role", "bigValue");
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QLabel* caption(const QString& text) {
  auto* label = new QLabel(text);
  label->setProperty("role", "caption");
  label->setWordWrap(true);
  return label;
}

}  // namespace app::panels
