#include "app/look/style.h"

#include <QApplication>
#include <QFont>
#include <QLabel>
#include <QPainter>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleOption>

namespace app {
namespace {

constexpr std::array<std::uint8_t, 3> kBone{241, 214, 145};  // seen on grey pictures, where grey is not
constexpr std::array kInTurn{palette::kSky, palette::kPurple, palette::kOrange, palette::kGreen, palette::kBlue};

const QString kSheet = QStringLiteral(R"(
QToolTip { color: #e4e6e8; background: #2b3036; border: 1px solid #3a4048; padding: 4px }
QMainWindow::separator, QSplitter::handle { background: #24282d }
QSplitter::handle { width: 1px; height: 1px }
QMenuBar, QStatusBar { background: #16181b }
QStatusBar::item { border: none }
QToolBar { background: #16181b; border: none; border-bottom: 1px solid #24282d; padding: 3px; spacing: 2px }
QToolBar QToolButton { padding: 5px 9px; border-radius: 4px }
QToolBar QToolButton:hover { background: #262b31 }
QToolBar QToolButton:checked { background: #0072b2; color: white }
QToolBar QToolButton::menu-indicator { image: none }
QToolButton[role="sectionTitle"] { font-weight: bold; color: #aeb6be; border: none; padding: 2px 0 }
QLabel#sectionSummary { color: #8a9096 }
QLabel[role="caption"] { color: #9aa1a8 }
QLabel[role="bigValue"] { font-size: 17px; font-weight: bold }
QLabel[role="patientName"] { font-size: 17px; font-weight: bold }
QLabel[role="startTitle"] { font-size: 26px; margin-bottom: 18px }
QPushButton { padding: 6px 12px; border: 1px solid #343a41; border-radius: 4px; background: #262a2f }
QPushButton:hover { background: #2f343a }
QPushButton:checked { background: #0072b2; border-color: #0072b2; color: white }
QPushButton:disabled { background: #1b1e22; border-color: #24282d }
QPushButton[role="startChoice"] { font-size: 17px; padding: 16px }
QWidget#patientBanner, QWidget#reviewBanner { background: #1d2125; border-bottom: 1px solid #2c3137 }
QWidget#verdictPanel, QWidget#reviewRecord { background: #1d2125; border-top: 1px solid #2c3137 }
QFrame#messageStrip { background: #33290f; border-bottom: 1px solid #54431a }
QProgressBar { border: 1px solid #343a41; border-radius: 3px; background: #0f1113; text-align: center; height: 16px }
QProgressBar::chunk { background: #0072b2 }
QListView, QListWidget { background: transparent }
)");

/// What Fusion does otherwise. Its box to tick is darker than the window: on near-black it is not seen. And a label,
/// that of a message or a tool tip too, guesses whether its text is HTML: what comes from a file would be rendered.
/// Labels of ours that are HTML say so.
class WindowStyle : public QProxyStyle {
 public:
  WindowStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
  using QProxyStyle::polish;
  void polish(QWidget* widget) override {
    QProxyStyle::polish(widget);
    auto* label = qobject_cast<QLabel*>(widget);
    if (label != nullptr && label->textFormat() == Qt::AutoText) label->setTextFormat(Qt::PlainText);
  }
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element != PE_IndicatorCheckBox && element != PE_IndicatorItemViewItemCheck) return;
    painter->save();
    painter->setBrush(Qt::NoBrush);
    painter->setPen(option->palette.color(QPalette::PlaceholderText));
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
  }
};

constexpr std::uint8_t halfWhite(std::uint8_t c) {
  return static_cast<std::uint8_t>((c + 255) / 2);
}
QColor toColour(const std::array<std::uint8_t, 3>& c) {
  return {c[0], c[1], c[2]};
}

}  // namespace

std::array<std::uint8_t, 3> structureColour(planning::anatomy::Kind kind, std::size_t index) {
  using planning::anatomy::Kind;
  switch (kind) {
    case Kind::Artery:
    case Kind::Vessel:
      return palette::kVermillion;
    case Kind::Vein:
      return palette::kSky;
    case Kind::Nerve:
      return palette::kYellow;
    case Kind::Dura:
      return palette::kPurple;
    case Kind::Bone:
      return kBone;
    default:
      break;
  }
  auto colour = kInTurn[index % kInTurn.size()];
  if (index / kInTurn.size() % 2 == 1)
    for (auto& channel : colour) channel = halfWhite(channel);
  return colour;
}

QString verdictSign(planning::needle::Verdict verdict) {
  using planning::needle::Verdict;
  switch (verdict) {
    case Verdict::Breach:
      return QStringLiteral("✕");
    case Verdict::Unknown:
      return QStringLiteral("?");
    case Verdict::Near:
      return QStringLiteral("!");
    case Verdict::Clear:
      break;
  }
  return QStringLiteral("✓");
}

QString verdictWord(planning::needle::Verdict verdict) {
  using planning::needle::Verdict;
  switch (verdict) {
    case Verdict::Breach:
      return QApplication::translate("Verdict", "breach");
    case Verdict::Unknown:
      return QApplication::translate("Verdict", "unknown");
    case Verdict::Near:
      return QApplication::translate("Verdict", "near");
    case Verdict::Clear:
      break;
  }
  return QApplication::translate("Verdict", "clear");
}

QColor verdictColour(planning::needle::Verdict verdict) {
  using planning::needle::Verdict;
  switch (verdict) {
    case Verdict::Breach:
      return QColor(0xff, 0x7a, 0x2e);  // vermillion, lighter: it is read on near-black
    case Verdict::Unknown:
      return toColour(palette::kPurple);
    case Verdict::Near:
      return toColour(palette::kYellow);
    case Verdict::Clear:
      break;
  }
  return QColor(0x2c, 0xc8, 0x9a);  // bluish green, lighter for the same reason
}

void applyStyle(QApplication& application) {
  QApplication::setStyle(new WindowStyle);
  QPalette dark;
  const QColor window(0x16, 0x18, 0x1b), base(0x0f, 0x11, 0x13), text(0xe4, 0xe6, 0xe8), faint(0x8a, 0x90, 0x96);
  dark.setColor(QPalette::Window, window);
  dark.setColor(QPalette::Base, base);
  dark.setColor(QPalette::AlternateBase, QColor(0x1b, 0x1e, 0x22));
  dark.setColor(QPalette::Button, QColor(0x26, 0x2a, 0x2f));
  dark.setColor(QPalette::ToolTipBase, QColor(0x2b, 0x30, 0x36));
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
    dark.setColor(role, text);
  dark.setColor(QPalette::PlaceholderText, faint);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    dark.setColor(QPalette::Disabled, role, QColor(0x6a, 0x70, 0x76));
  dark.setColor(QPalette::Highlight, toColour(palette::kBlue));
  dark.setColor(QPalette::HighlightedText, Qt::white);
  dark.setColor(QPalette::Link, toColour(palette::kSky));
  application.setPalette(dark);
  QFont font = QApplication::font();
  font.setPointSizeF(10);
  QApplication::setFont(font);
  application.setStyleSheet(kSheet);
}

}  // namespace app
