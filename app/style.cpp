#include "app/style.h"

#include <QApplication>
#include <QPalette>

namespace app {
namespace {

constexpr std::array kInTurn{palette::kSky, palette::kPurple, palette::kOrange, palette::kGreen, palette::kBlue};

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
      return palette::kGrey;
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
  QApplication::setStyle(QStringLiteral("Fusion"));
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
}

}  // namespace app
