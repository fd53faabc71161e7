#include "app/worksheet/console_page.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDate>
#include <QFontMetricsF>
#include <QPdfWriter>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/look/paper.h"
#include "app/look/style.h"
#include "app/panels/patient_banner.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"
#include "app/text/site_words.h"
#include "app/text/words.h"
#include "app/worksheet/console_words.h"
#include "app/worksheet/needle_pictures.h"
#include "app/worksheet/paper_numbers.h"
#include "planning/plan/own_choices.h"

namespace app::worksheet {
namespace {

using planning::needle::Clearance;

constexpr int kNameSize = 13, kSideSize = 17, kHeadingSize = 9, kValueSize = 9, kTextSize = 8, kSmallSize = 7;
constexpr double kGap = 10, kBetween = 4, kBox = 7;
constexpr double kLeastPicture = 135, kLargestPicture = 235;
constexpr int kPicturePixels = 220;  ///< of its shorter side, before kPictureScale
constexpr double kPictureScale = 3;
constexpr std::size_t kRowsShown = 5;
const QColor kGrey(0x50, 0x50, 0x50), kLine(0xc0, 0xc0, 0xc0), kAlarm(0xa0, 0x10, 0x20);

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::worksheet::ConsolePage)
};

/// One needle's page under way. Without pictures where only its height is asked for.
struct Sheet {
  Paper& paper;
  const PlannedScan& planned;
  std::size_t which;
  planning::PlannedNeedle needle;
  planning::PlanChoices own;
};

/// Pieces of text above each other in one column.
struct Piece {
  QString words;
  QFont font;
  QColor colour = Qt::black;
};

double heightOf(const Paper& paper, const std::vector<Piece>& pieces, double width) {
  double height = 0;
  for (const auto& piece : pieces)
    if (!piece.words.isEmpty()) height += paper.heightOf(piece.words, piece.font, width);
  return height;
}

void draw(Paper& paper, const std::vector<Piece>& pieces, QRectF area) {
  for (const auto& piece : pieces) {
    if (piece.words.isEmpty()) continue;
    paper.draw(piece.words, piece.font, area, piece.colour);
    area.setTop(area.top() + paper.heightOf(piece.words, piece.font, area.width()));
  }
}

/// Columns side by side, each as wide as its share of the page; what follows begins below the longest.
void columns(Paper& paper, const std::vector<std::pair<double, std::vector<Piece>>>& all) {
  const double room = paper.width() - kGap * static_cast<double>(all.size() - 1);
  double height = 0;
  for (const auto& [share, pieces] : all) height = std::max(height, heightOf(paper, pieces, room * share));
  QRectF area = paper.take(height + 2);
  for (const auto& [share, pieces] : all) {
    area.setWidth(room * share);
    draw(paper, pieces, area);
    area.moveLeft(area.left() + room * share + kGap);
  }
}

void heading(Paper& paper, const QString& words) {
  paper.space(kBetween);
  paper.keep(40);
  paper.text(words, Paper::font(kHeadingSize, true), kGrey);
  paper.painter().setPen(QPen(kLine, 0.6));
  const QRectF line = paper.take(2);
  paper.painter().drawLine(line.topLeft(), line.topRight());
}

QString routeText(const std::string& id) {
  const auto* route = planning::procedure::routesInUse().find(id);
  return route ? inLanguage(route->name) : id.empty() ? Texts::tr("no route") : QString::fromStdString(id);
}

/// Empty where every letter of the name can be printed.
QString missingLetters(const QString& name) {
  const QFontMetricsF metrics(Paper::font(kNameSize, true));
  const auto letters = name.toUcs4();
  const bool all = std::all_of(letters.begin(), letters.end(), [&](uint letter) { return metrics.inFontUcs4(letter); });
  return all ? QString()
             : Texts::tr(
                   "This computer has no font for some letters of the name: tell the patient by ID and date of birth.");
}

QString savedText(const planning::ReportIdentity& report) {
  const QString time = QString::fromStdString(report.savedTime.substr(0, 4));
  return time.size() == 4 ? date(report.savedDate) + QLatin1Char(' ') + time.left(2) + QLatin1Char(':') + time.right(2)
                          : date(report.savedDate);
}

void paintHead(Sheet& sheet) {
  const auto& choices = sheet.planned.plan.choices;
  const auto& patient = choices.scan.patient;
  const QString name = panels::patientTitle(patient);
  const QString level = sheet.own.level.empty() ? Texts::tr("no level") : QString::fromStdString(sheet.own.level);
  QString needle = QString::fromStdString(sheet.needle.label);
  if (choices.needles.size() > 1)
    needle = Texts::tr("%1 (%2 of %3)").arg(needle).arg(sheet.which + 1).arg(choices.needles.size());
  sheet.paper.goOnUnder(
      QStringList{name, panels::patientDetails(patient), measuredSideText(sheet.needle.site), level, needle}.join(
          QStringLiteral("  ·  ")));
  columns(sheet.paper,
          {{0.56,
            {{name, Paper::font(kNameSize, true)},
             {panels::patientDetails(patient), Paper::font(kTextSize)},
             {missingLetters(name), Paper::font(kTextSize, true), kAlarm},
             {Texts::tr("Scan of %1: %2")
                  .arg(date(choices.scan.study.date), QString::fromStdString(choices.scan.description)),
              Paper::font(kSmallSize), kGrey},
             {Texts::tr("Needle plan: sheet for the console"), Paper::font(kSmallSize), kGrey}}},
           {0.44,
            {{measuredSideText(sheet.needle.site), Paper::font(kSideSize, true)},
             {level, Paper::font(kNameSize, true)},
             {routeText(sheet.own.routeId), Paper::font(kTextSize)},
             {needle + QStringLiteral("; ") + statedSiteText(sheet.own), Paper::font(kSmallSize), kGrey}}}});
}

/// In a frame: what the plan is worth.
void paintState(Sheet& sheet) {
  const auto& plan = sheet.planned.plan;
  const bool alarm = !plan.report.complete || !plan.assessment.ready;
  const auto verdict = sheet.needle.verdict.value_or(planning::needle::Verdict::Unknown);
  const QString judged = Texts::tr("Verdict: %1 %2").arg(verdictSign(verdict), verdictWord(verdict));
  QString words;
  if (alarm)
    words = plan.assessment.ready ? Texts::tr("DRAFT, approved by nobody: not for use at the table.")
                                  : Texts::tr("NOT READY: not for use at the table.");
  else
    words = Texts::tr("Approved by %1, %2.").arg(personName(plan.choices.operatorName), savedText(plan.report));
  if (!alarm && plan.choices.siteCheck)
    words += QLatin1Char(' ') + Texts::tr("Site checked by %1.").arg(personName(plan.choices.siteCheck->by));
  const std::vector<Piece> pieces{{words + QStringLiteral("  ") + judged,
                                   Paper::font(alarm ? kNameSize : kValueSize, true),
                                   alarm ? kAlarm : QColor(Qt::black)}};
  sheet.paper.space(2);
  const double height = heightOf(sheet.paper, pieces, sheet.paper.width() - 2 * kBetween) + 2 * kBetween;
  const QRectF frame = sheet.paper.take(height);
  sheet.paper.painter().setBrush(Qt::NoBrush);
  sheet.paper.painter().setPen(QPen(alarm ? kAlarm : QColor(Qt::black), alarm ? 1.6 : 0.8));
  sheet.paper.painter().drawRect(frame);
  draw(sheet.paper, pieces, frame.adjusted(kBetween, kBetween, -kBetween, 0));
}

void paintRow(Paper& paper, const ConsoleRow& row) {
  const double start = paper.width() * 0.28, value = paper.width() * 0.35, note = paper.width() * 0.37 - kBetween;
  const std::vector<Piece> what{{row.what, Paper::font(kTextSize)}};
  const std::vector<Piece> says{{row.value, Paper::font(kValueSize, true)}};
  const std::vector<Piece> about{{row.note, Paper::font(kSmallSize), kGrey}};
  const double height = std::max({heightOf(paper, what, start - kBetween), heightOf(paper, says, value - kBetween),
                                  heightOf(paper, about, note), 12.0});
  const QRectF area = paper.take(height + 1.5);
  draw(paper, what, QRectF(area.topLeft(), QSizeF(start - kBetween, height)));
  draw(paper, says, QRectF(area.topLeft() + QPointF(start, 0), QSizeF(value - kBetween, height)));
  draw(paper, about, QRectF(area.topLeft() + QPointF(start + value, 0.5), QSizeF(note, height)));
  if (!row.value.isEmpty()) return;
  paper.painter().setPen(QPen(Qt::black, 0.6));
  const QPointF line = area.topLeft() + QPointF(start, 11);
  paper.painter().drawLine(line, line + QPointF(value - 2 * kBetween, 0));
}

void paintNumbers(Sheet& sheet) {
  heading(sheet.paper, Texts::tr("At the console"));
  const auto numbers = planning::consoleNumbers(sheet.planned.plan, sheet.which, *sheet.planned.volume,
                                                planning::procedure::routesInUse());
  for (const auto& row : consoleRows(sheet.needle, numbers)) paintRow(sheet.paper, row);
  sheet.paper.text(
      Texts::tr("Bounds: how exactly the scan shows a place. They hold neither the patient's movement nor the hand's "
                "placement error."),
      Paper::font(kSmallSize), kGrey);
}

/// Two pictures side by side, `height` high, captions below them.
void paintPictures(Sheet& sheet, double height, bool really) {
  const double width = (sheet.paper.width() - kGap) / 2;
  const auto& position = sheet.planned.plan.choices.scan.patientPosition;
  const QFont font = Paper::font(kSmallSize);
  double below = 0;
  for (const Cut cut : {Cut::Along, Cut::AtTarget})
    below = std::max(below, sheet.paper.heightOf(nameOf(cut, position), font, width));
  sheet.paper.space(kBetween);
  QRectF area = sheet.paper.take(height + below + 2);
  area.setWidth(width);
  for (const Cut cut : {Cut::Along, Cut::AtTarget}) {
    const double pixels = kPicturePixels / height;
    const QSize size(static_cast<int>(std::lround(width * pixels)), kPicturePixels);
    if (really)
      sheet.paper.painter().drawImage(
          QRectF(area.topLeft(), QSizeF(width, height)),
          practice::pictureOf(sceneOf(sheet.planned, sheet.which, cut), size, kPictureScale));
    sheet.paper.draw(nameOf(cut, position), font, area.adjusted(0, height + 1, 0, 0), kGrey);
    area.moveLeft(area.left() + width + kGap);
  }
}

QString distanceText(const Clearance& row) {
  if (!row.distanceMm) return Texts::tr("distance not known");
  const QString distance =
      Texts::tr("%1 ± %2, margin %3").arg(paperMm(*row.distanceMm), paperMm(row.errorBoundMm), paperMm(row.marginMm));
  return row.depthMm ? Texts::tr("%1, at a depth of %2").arg(distance, paperMm(*row.depthMm)) : distance;
}

QString clearanceText(const Clearance& row) {
  if (row.acceptedBy.empty()) return distanceText(row);
  return Texts::tr("%1; accepted by %2").arg(distanceText(row), personName(row.acceptedBy));
}

/// A structure's own name; that of a required one in the language of the window.
QString structureName(const Clearance& row) {
  if (const auto* absent = std::get_if<planning::needle::Required>(&row.source))
    return inLanguage(planning::procedure::routesInUse().requiredName(absent->id));
  return QString::fromStdString(row.structure);
}

/// The worst rows, which come first; the rest are counted.
void paintStructures(Sheet& sheet) {
  heading(sheet.paper, Texts::tr("Structures, the worst first; distances from the needle's surface"));
  std::size_t shown = 0, judged = 0;
  for (const auto& row : sheet.needle.clearances) {
    if (!row.verdict) continue;
    ++judged;
    const bool matters = *row.verdict != planning::needle::Verdict::Clear;
    if (shown >= kRowsShown && !matters) continue;
    ++shown;
    columns(
        sheet.paper,
        {{0.46,
          {{verdictSign(*row.verdict) + QStringLiteral("  ") + structureName(row), Paper::font(kTextSize, matters)}}},
         {0.54, {{clearanceText(row), Paper::font(kTextSize)}}}});
  }
  if (judged > shown)
    sheet.paper.text(Texts::tr("and %n more, all clear", nullptr, static_cast<int>(judged - shown)),
                     Paper::font(kSmallSize), kGrey);
}

/// "apixaban, last dose 2026-05-17", in the language of the window.
QString relayText(const std::string& text) {
  const auto relay = planning::procedure::relayOf(text);
  const QString drug = QString::fromStdString(relay.drug);
  return relay.lastDose.empty() ? drug : Texts::tr("%1, last dose %2").arg(drug, date(relay.lastDose));
}

QString answerText(const planning::PlanChoices& choices, const planning::procedure::CheckQuestion& question) {
  const auto given =
      std::find_if(choices.checks.begin(), choices.checks.end(), [&](const auto& c) { return c.id == question.id; });
  if (given == choices.checks.end()) return Texts::tr("NOT ASKED");
  QStringList parts{QString::fromStdString(given->answer)};
  for (const auto& choice : question.choices)
    if (choice.word == given->answer) parts.front() = inLanguage(choice.label);
  const bool relay = given->answer == "relay-recorded";
  if (!given->by.empty()) parts << QString::fromStdString(given->by);
  if (!given->date.empty()) parts << (relay ? Texts::tr("agreed %1").arg(date(given->date)) : date(given->date));
  if (!given->text.empty()) parts << (relay ? relayText(given->text) : QString::fromStdString(given->text));
  return parts.join(QStringLiteral(", "));
}

bool isAsked(const Sheet& sheet, const std::string& question) {
  if (!planning::procedure::isAsked(planning::procedure::routesInUse().find(sheet.own.routeId), question)) return false;
  const auto& plan = sheet.planned.plan;
  const QString saved = date(plan.report.savedDate);
  const QString day = saved.isEmpty() ? QDate::currentDate().toString(Qt::ISODate) : saved;
  return question != "pregnancy" || planning::procedure::mayBePregnant(plan.choices.scan.patient, day.toStdString());
}

/// All that the route asks, and what was answered without being asked, two beside each other.
void paintChecks(Sheet& sheet) {
  heading(sheet.paper, Texts::tr("Checks before the needle"));
  std::vector<std::pair<double, std::vector<Piece>>> row;
  for (const auto& question : planning::procedure::checkQuestions()) {
    const QString answer = answerText(sheet.own, question);
    const bool given = answer != Texts::tr("NOT ASKED");
    if (!given && !isAsked(sheet, question.id)) continue;
    row.push_back({0.33, {{inLanguage(question.question), Paper::font(kSmallSize)}}});
    row.push_back({0.17, {{answer, Paper::font(kTextSize, true), given ? QColor(Qt::black) : kAlarm}}});
    if (row.size() == 4) columns(sheet.paper, std::exchange(row, {}));
  }
  if (row.empty()) return;
  row.push_back({0.5, {}});
  columns(sheet.paper, row);
}

/// "Drug ______  Dose ______": captions with a line behind each.
void paintLines(Paper& paper, const QStringList& captions) {
  const QRectF area = paper.take(17);
  const double width =
      (paper.width() - kGap * (static_cast<double>(captions.size()) - 1)) / static_cast<double>(captions.size());
  double x = area.left();
  for (const QString& caption : captions) {
    const QFont font = Paper::font(kTextSize);
    const double words = std::min(QFontMetricsF(font).horizontalAdvance(caption) * 1.08 + 4, width * 0.7);
    paper.draw(caption, font, QRectF(x, area.top() + 6, words, 11));
    paper.painter().setPen(QPen(Qt::black, 0.6));
    paper.painter().drawLine(QPointF(x + words, area.bottom() - 1), QPointF(x + width, area.bottom() - 1));
    x += width + kGap;
  }
}

void paintPhysician(Sheet& sheet) {
  heading(sheet.paper, Texts::tr("For the physician: this program chooses no drug and no dose"));
  paintLines(sheet.paper, {Texts::tr("Drug"), Texts::tr("Lot"), Texts::tr("Volume, ml")});
}

/// Boxes to tick, two beside each other; long words are wrapped.
void paintBoxes(Paper& paper, const QStringList& all) {
  const double width = (paper.width() - kGap) / 2;
  const QFont font = Paper::font(kTextSize);
  for (int i = 0; i < all.size(); i += 2) {
    const QStringList two = all.mid(i, 2);
    double height = 0;
    for (const QString& words : two) height = std::max(height, paper.heightOf(words, font, width - 2 * kBox));
    QRectF area = paper.take(height + 2);
    for (const QString& words : two) {
      paper.painter().setPen(QPen(Qt::black, 0.7));
      paper.painter().setBrush(Qt::NoBrush);
      paper.painter().drawRect(QRectF(area.left(), area.top() + 1.5, kBox, kBox));
      paper.draw(words, font, QRectF(area.left() + 2 * kBox, area.top(), width - 2 * kBox, height));
      area.moveLeft(area.left() + width + kGap);
    }
  }
}

void paintTimeOut(Sheet& sheet) {
  heading(sheet.paper, Texts::tr("Time-out at the table, read aloud"));
  const QString side = sheet.own.side ? sideWord(*sheet.own.side) : Texts::tr("none stated");
  const QString level = sheet.own.level.empty() ? Texts::tr("none stated") : QString::fromStdString(sheet.own.level);
  paintBoxes(
      sheet.paper,
      {Texts::tr("Patient says name and date of birth"), Texts::tr("Procedure: %1").arg(routeText(sheet.own.routeId)),
       Texts::tr("Side: %1").arg(side), Texts::tr("Level: %1").arg(level), Texts::tr("Allergy asked again"),
       Texts::tr("Coagulation and antithrombotics asked again"), Texts::tr("Position is that of the scan"),
       Texts::tr("Skin at the puncture site is clean, no infection")});
  paintLines(sheet.paper, {Texts::tr("Read by"), Texts::tr("Time")});
}

/// Its numbers as this page writes them; names, dates and UIDs as they are.
planning::Finding withPrintedNumbers(planning::Finding finding) {
  static const QRegularExpression number(QStringLiteral("^[-\u2212]?\\d+\\.\\d+( mm|\u00b0)?$"));
  for (auto& argument : finding.arguments)
    if (const QString text = QString::fromStdString(argument); number.match(text).hasMatch())
      argument = printed(text).toStdString();
  return finding;
}

/// It stands on that one's own page.
bool isOfAnotherNeedle(const planning::Finding& finding, const Sheet& sheet) {
  const auto& needles = sheet.planned.plan.choices.needles;
  return !finding.arguments.empty() && std::any_of(needles.begin(), needles.end(), [&](const auto& needle) {
    return needle.label == finding.arguments.front() && needle.label != sheet.needle.label;
  });
}

/// Errors and warnings as sentences; what is only to be known stays in the report.
void paintFindings(Sheet& sheet) {
  QStringList lines;
  for (const auto& finding : sheet.planned.plan.assessment.findings)
    if (finding.severity != planning::Severity::Info && !isOfAnotherNeedle(finding, sheet))
      lines << QStringLiteral("• ") + sentence(withPrintedNumbers(finding));
  if (lines.isEmpty()) return;
  heading(sheet.paper, Texts::tr("To be known"));
  for (const QString& line : lines) sheet.paper.text(line, Paper::font(kSmallSize));
}

void paintAll(Sheet& sheet, double pictureHeight, bool really) {
  paintHead(sheet);
  paintState(sheet);
  paintNumbers(sheet);
  paintPictures(sheet, pictureHeight, really);
  paintStructures(sheet);
  paintChecks(sheet);
  paintPhysician(sheet);
  paintTimeOut(sheet);
  paintFindings(sheet);
}

/// What is left of one page under the smallest pictures; negative where it takes more than one.
double roomLeft(const PlannedScan& planned, std::size_t which) {
  QBuffer nowhere;
  nowhere.open(QIODevice::WriteOnly);
  QPdfWriter writer(&nowhere);
  writer.setResolution(Paper::kDotsAnInch);
  Paper::prepare(writer);
  Paper trial(writer, {});
  Sheet sheet{trial, planned, which, planned.plan.needle(which),
              planning::ownChoices(planned.plan.choices, planned.plan.choices.needles[which])};
  paintAll(sheet, kLeastPicture, false);
  return trial.page() == 1 ? trial.rest() : -1;
}

}  // namespace

void paintConsolePage(Paper& paper, const PlannedScan& planned, std::size_t which) {
  const double room = roomLeft(planned, which);
  const double height = room < 0 ? kLeastPicture : std::min(kLargestPicture, kLeastPicture + std::floor(room));
  Sheet sheet{paper, planned, which, planned.plan.needle(which),
              planning::ownChoices(planned.plan.choices, planned.plan.choices.needles[which])};
  paintAll(sheet, height, true);
}

}  // namespace app::worksheet
