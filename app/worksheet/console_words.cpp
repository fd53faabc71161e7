#include "app/worksheet/console_words.h"

#include <QCoreApplication>

#include <cmath>
#include <map>

#include "app/text/numbers.h"
#include "app/worksheet/needle_pictures.h"
#include "app/worksheet/paper_numbers.h"

namespace app::worksheet {
namespace {

using planning::Angle;
using planning::ConsoleNumbers;
using planning::PlannedNeedle;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::worksheet::Console)
};

QString plusMinus(double boundMm) {
  return QStringLiteral("± ") + paperMm(boundMm);
}
QString plusMinus(const Angle& bound) {
  return QStringLiteral("± ") + paperDegrees(bound);
}

QString unknown() {
  return Texts::tr("not known");
}

/// A line to write on stands for an empty value.
ConsoleRow row(const QString& what, const QString& value, const QString& note = {}) {
  return {what, value, note};
}

ConsoleRow sliceRow(const QString& what, const std::optional<double>& locationMm, double z, double boundMm) {
  if (locationMm)
    return row(what, paperMm(*locationMm),
               Texts::tr("slice location as the scanner printed it, %1").arg(plusMinus(boundMm)));
  return row(what, printed(coordinate(2, z)) + QStringLiteral(" mm"),
             Texts::tr("the scan has no slice location: z of its own coordinates, %1").arg(plusMinus(boundMm)));
}

QString sideways(double leftMm) {
  const QString size = paperMm(std::abs(leftMm));
  if (size == paperMm(0.0)) return size;
  return leftMm > 0 ? Texts::tr("%1 to the patient's LEFT").arg(size)
                    : Texts::tr("%1 to the patient's RIGHT").arg(size);
}

QString backward(double backMm) {
  const QString size = paperMm(std::abs(backMm));
  if (size == paperMm(0.0)) return size;
  return backMm > 0 ? Texts::tr("%1 to the patient's BACK").arg(size)
                    : Texts::tr("%1 to the patient's FRONT").arg(size);
}

/// Where the patient's left is on the picture as lying; empty where it is neither left nor right.
QString leftOnPicture(const std::string& position) {
  if (!planning::needle::gravityOf(position)) return {};
  const double right = asLying(views::axialAxes(), position).right[0];
  if (std::abs(right) < 0.5) return {};
  return right > 0 ? Texts::tr("the patient's left is on the RIGHT of the picture as lying")
                   : Texts::tr("the patient's left is on the LEFT of the picture as lying");
}

QString joined(const QString& a, const QString& b) {
  return a.isEmpty() || b.isEmpty() ? a + b : a + QStringLiteral("; ") + b;
}

void addSkinPoint(std::vector<ConsoleRow>& rows, const PlannedNeedle& needle, const ConsoleNumbers& numbers) {
  rows.push_back(sliceRow(Texts::tr("Slice of the skin point (table)"), numbers.entrySliceLocationMm,
                          (*needle.entry)[2], numbers.sliceBoundMm));
  rows.push_back(sliceRow(Texts::tr("Slice of the target"), numbers.targetSliceLocationMm, (*needle.target)[2],
                          numbers.sliceBoundMm));
  if (numbers.fromMidlineMm)
    rows.push_back(row(Texts::tr("Skin point from the midline"), sideways(*numbers.fromMidlineMm),
                       joined(plusMinus(numbers.midlineBoundMm), leftOnPicture(numbers.patientPosition))));
  else
    rows.push_back(row(Texts::tr("Skin point from the midline"), unknown(), Texts::tr("no midline was confirmed")));
  if (numbers.across)
    rows.push_back(row(Texts::tr("Skin point from the scan's zero line"),
                       numbers.across->axis[0] != 0 ? sideways(numbers.across->mm) : backward(numbers.across->mm),
                       Texts::tr("%1; the laser only where the scanner's zero is at the isocentre")
                           .arg(plusMinus(numbers.placeBoundMm))));
  rows.push_back(
      row(Texts::tr("Skin point from the grid marker"), {}, Texts::tr("to be read off the picture with the grid")));
}

ConsoleRow inPlaneRow(const ConsoleNumbers& numbers) {
  const QString what = Texts::tr("In-plane angle (goniometer)");
  if (!planning::needle::gravityOf(numbers.patientPosition))
    return row(what, unknown(), Texts::tr("the patient's position is not known"));
  if (!numbers.fromVertical) return row(what, Texts::tr("not defined"));
  return row(what, paperDegrees(*numbers.fromVertical),
             joined(Texts::tr("from the vertical, %1").arg(plusMinus(numbers.angleBound)),
                    numbers.hubLeansTo ? hubText(*numbers.hubLeansTo) : QString()));
}

void addAngles(std::vector<ConsoleRow>& rows, const PlannedNeedle& needle, const ConsoleNumbers& numbers) {
  const QString bound = plusMinus(numbers.angleBound);
  rows.push_back(inPlaneRow(numbers));
  const auto& angles = *needle.angles;
  const double headward = angles.cranioCaudal.degrees();
  const QString size = paperDegrees(Angle::degrees(std::abs(headward)));
  const bool none = size == paperDegrees(Angle::degrees(0));
  rows.push_back(row(Texts::tr("Cranio-caudal angle"),
                     none           ? size
                     : headward > 0 ? Texts::tr("%1, tip toward the HEAD").arg(size)
                                    : Texts::tr("%1, tip toward the FEET").arg(size),
                     Texts::tr("out of the axial plane, %1").arg(bound)));
  if (!numbers.tilted || none) return;
  const double tilt = numbers.tilted->tilt.degrees(), inSlice = numbers.tilted->inSlice.degrees();
  const QString tiltSize = paperDegrees(Angle::degrees(std::abs(tilt)));
  const QString inSliceSize = paperDegrees(Angle::degrees(std::abs(inSlice)));
  rows.push_back(row(Texts::tr("Only if the gantry is tilted"),
                     tilt > 0 ? Texts::tr("tilt %1, tip toward the HEAD; in that slice %2").arg(tiltSize, inSliceSize)
                              : Texts::tr("tilt %1, tip toward the FEET; in that slice %2").arg(tiltSize, inSliceSize),
                     Texts::tr("in the place of the two angles above, %1").arg(plusMinus(numbers.tiltBound))));
}

QString stopText(const planning::NeedleStop& stop) {
  if (!stop.outsideMm) return paperMm(stop.insideMm);
  return Texts::tr("%1 in, %2 outside").arg(paperMm(stop.insideMm), paperMm(*stop.outsideMm));
}

void addDepths(std::vector<ConsoleRow>& rows, const PlannedNeedle& needle, const ConsoleNumbers& numbers) {
  rows.push_back(
      row(Texts::tr("Needle"),
          needle.needle ? QStringLiteral("%1G × %2").arg(needle.needle->gauge).arg(paperMm(needle.needle->lengthMm))
                        : Texts::tr("not chosen"),
          needle.needle ? Texts::tr("outer diameter %1")
                              .arg(printed(number(needle.needle->outerDiameterMm, 2)) + QStringLiteral(" mm"))
                        : QString()));
  const QString bound = plusMinus(numbers.placeBoundMm);
  if (numbers.lastControl)
    rows.push_back(row(Texts::tr("Stop for the last control"), stopText(*numbers.lastControl),
                       Texts::tr("along the needle, from the skin, %1").arg(bound)));
  rows.push_back(row(Texts::tr("At the target"), numbers.atTarget ? stopText(*numbers.atTarget) : unknown(),
                     numbers.atTarget ? Texts::tr("along the needle, from the skin, %1").arg(bound)
                                      : Texts::tr("no skin was found in the scan")));
}

}  // namespace

QString positionText(const std::string& position) {
  static const std::map<std::string, const char*> words = {
      {"HFS", QT_TRANSLATE_NOOP("app::worksheet::Console", "Supine, head first (HFS)")},
      {"HFP", QT_TRANSLATE_NOOP("app::worksheet::Console", "Prone, head first (HFP)")},
      {"FFS", QT_TRANSLATE_NOOP("app::worksheet::Console", "Supine, feet first (FFS)")},
      {"FFP", QT_TRANSLATE_NOOP("app::worksheet::Console", "Prone, feet first (FFP)")},
      {"HFDR", QT_TRANSLATE_NOOP("app::worksheet::Console", "On the right side, head first (HFDR)")},
      {"HFDL", QT_TRANSLATE_NOOP("app::worksheet::Console", "On the left side, head first (HFDL)")},
      {"FFDR", QT_TRANSLATE_NOOP("app::worksheet::Console", "On the right side, feet first (FFDR)")},
      {"FFDL", QT_TRANSLATE_NOOP("app::worksheet::Console", "On the left side, feet first (FFDL)")}};
  const auto found = words.find(position);
  if (found != words.end()) return QCoreApplication::translate("app::worksheet::Console", found->second);
  return position.empty() ? unknown() : QString::fromStdString(position);
}

QString hubText(const planning::Vector& leansTo) {
  if (std::abs(leansTo[0]) >= std::abs(leansTo[1]))
    return leansTo[0] > 0 ? Texts::tr("the hub leans to the patient's LEFT")
                          : Texts::tr("the hub leans to the patient's RIGHT");
  return leansTo[1] > 0 ? Texts::tr("the hub leans to the patient's BACK")
                        : Texts::tr("the hub leans to the patient's FRONT");
}

std::vector<ConsoleRow> consoleRows(const PlannedNeedle& needle, const ConsoleNumbers& numbers) {
  std::vector<ConsoleRow> rows{row(Texts::tr("Patient's position"), positionText(numbers.patientPosition),
                                   Texts::tr("as in the scan; all below holds for it alone"))};
  addSkinPoint(rows, needle, numbers);
  addAngles(rows, needle, numbers);
  addDepths(rows, needle, numbers);
  return rows;
}

}  // namespace app::worksheet
