#include "app/archive/comparison.h"

#include <QColor>
#include <QCoreApplication>
#include <QFont>

#include "app/archive/reports_model.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "planning/review/changes.h"

namespace app::archive {
namespace {

using planning::Angle;
using planning::Plan;
using planning::PlannedNeedle;
using planning::Point;
using planning::needle::Clearance;

class Texts {
  Q_DECLARE_TR_FUNCTIONS(app::archive::Comparison)
};

const QString kNone = QStringLiteral("–");

QString orNone(const QString& text) {
  return text.isEmpty() ? kNone : text;
}
QString verdictOf(const std::optional<planning::needle::Verdict>& verdict) {
  return verdict ? verdictSign(*verdict) + ' ' + verdictWord(*verdict) : kNone;
}
QString signedNumber(double value) {
  const QString text = number(value);
  return value > 0 && text != number(0) ? '+' + text : text;
}

class Rows {
 public:
  std::vector<ComparedRow> rows;

  void heading(const QString& what) { rows.push_back({what, {}, {}, {}, false, true}); }
  void texts(const QString& what, const QString& first, const QString& second, const QString& difference = {}) {
    rows.push_back({what, orNone(first), orNone(second), difference, orNone(first) != orNone(second), false});
  }
  void lengths(const QString& what, const std::optional<double>& first, const std::optional<double>& second) {
    const bool both = first && second && mm(first) != mm(second);
    texts(what, mm(first), mm(second), both ? signedNumber(*second - *first) + " mm" : QString());
  }
  void angles(const QString& what, const std::optional<Angle>& first, const std::optional<Angle>& second) {
    const bool both = first && second && degrees(first) != degrees(second);
    texts(what, degrees(first), degrees(second),
          both ? signedNumber(second->degrees() - first->degrees()) + QStringLiteral("°") : QString());
  }
  void places(const QString& what, const std::optional<Point>& first, const std::optional<Point>& second,
              bool comparable) {
    const auto shown = [](const std::optional<Point>& p) { return p ? place(*p) : kNone; };
    const bool both = comparable && first && second && shown(first) != shown(second);
    texts(what, shown(first), shown(second),
          both ? Texts::tr("%1 apart").arg(mm((*second - *first).GetNorm())) : QString());
  }
};

QString needleText(const PlannedNeedle* needle) {
  return needle != nullptr && needle->needle ? QString::fromStdString(format(*needle->needle)) : QString();
}

QString clearanceText(const Clearance* row) {
  if (row == nullptr) return {};
  const QString sign = row->verdict ? verdictSign(*row->verdict) + ' ' : QString();
  return sign + (row->distanceMm ? number(*row->distanceMm) + QStringLiteral(" ± ") + mm(row->errorBoundMm)
                                 : Texts::tr("not measured"));
}

void addClearance(Rows& rows, const Clearance* first, const Clearance* second) {
  const bool both = first != nullptr && second != nullptr && first->distanceMm && second->distanceMm;
  const QString a = clearanceText(first), b = clearanceText(second);
  rows.texts(QStringLiteral("   ") + QString::fromStdString((first != nullptr ? first : second)->structure), a, b,
             both && a != b ? signedNumber(*second->distanceMm - *first->distanceMm) + " mm" : QString());
}

void addClearances(Rows& rows, const PlannedNeedle* first, const PlannedNeedle* second) {
  if (first != nullptr)
    for (const auto& row : first->clearances)
      addClearance(rows, &row, second != nullptr ? planning::review::sameRow(*second, row) : nullptr);
  if (second == nullptr) return;
  for (const auto& row : second->clearances)
    if (first == nullptr || planning::review::sameRow(*first, row) == nullptr) addClearance(rows, nullptr, &row);
}

void addNeedle(Rows& rows, const PlannedNeedle* first, const PlannedNeedle* second, bool sameFrame) {
  const PlannedNeedle none;
  const PlannedNeedle &a = first != nullptr ? *first : none, &b = second != nullptr ? *second : none;
  rows.heading(QString::fromStdString((first != nullptr ? first : second)->label));
  rows.texts(Texts::tr("Needle"), needleText(first), needleText(second));
  rows.places(Texts::tr("Target"), a.target, b.target, sameFrame);
  rows.places(Texts::tr("Entry"), a.entry, b.entry, sameFrame);
  rows.lengths(Texts::tr("Path, entry to target"), a.pathLengthMm, b.pathLengthMm);
  rows.lengths(Texts::tr("Depth, skin to target"), a.depthMm, b.depthMm);
  const auto angleOf = [](const PlannedNeedle& needle, auto member) {
    return needle.angles ? std::optional<Angle>((*needle.angles).*member) : std::optional<Angle>();
  };
  rows.angles(Texts::tr("In-plane angle"), a.angles ? a.angles->inPlane : std::nullopt,
              b.angles ? b.angles->inPlane : std::nullopt);
  rows.angles(Texts::tr("Cranio-caudal angle"), angleOf(a, &planning::needle::TrajectoryAngles::cranioCaudal),
              angleOf(b, &planning::needle::TrajectoryAngles::cranioCaudal));
  rows.texts(Texts::tr("Verdict"), verdictOf(a.verdict), verdictOf(b.verdict));
  addClearances(rows, first, second);
}

/// The needle that has the same place in both when neither UID nor label says which is which.
const PlannedNeedle* likeness(const std::vector<PlannedNeedle>& other, const PlannedNeedle& needle, std::size_t place) {
  if (const auto* same = planning::review::sameNeedle(other, needle)) return same;
  return other.size() == 1 && place == 0 ? &other.front() : nullptr;
}

}  // namespace

std::vector<ComparedRow> compare(const Plan& first, const Plan& second) {
  Rows rows;
  const bool frame = sameFrame(first, second);
  const auto texts = [&](const QString& what, const std::string& a, const std::string& b) {
    rows.texts(what, QString::fromStdString(a), QString::fromStdString(b));
  };
  rows.texts(Texts::tr("Operator"), personName(first.choices.operatorName), personName(second.choices.operatorName));
  const Sites a = sitesOf(first.choices), b = sitesOf(second.choices);
  rows.texts(Texts::tr("Route"), routeName(a.routeIds), routeName(b.routeIds));
  texts(Texts::tr("Level"), a.levels, b.levels);
  rows.texts(Texts::tr("Side"), sideName(a.sides), sideName(b.sides));
  rows.texts(Texts::tr("Plan's verdict"), verdictOf(first.assessment.verdict), verdictOf(second.assessment.verdict));
  rows.texts(Texts::tr("Ready"), first.assessment.ready ? Texts::tr("yes") : Texts::tr("no"),
             second.assessment.ready ? Texts::tr("yes") : Texts::tr("no"));
  const std::vector<PlannedNeedle> needles = first.needles(), others = second.needles();
  std::vector<const PlannedNeedle*> taken;
  for (std::size_t i = 0; i < needles.size(); ++i) {
    const auto* like = likeness(others, needles[i], i);
    taken.push_back(like);
    addNeedle(rows, &needles[i], like, frame);
  }
  for (const auto& needle : others)
    if (std::find(taken.begin(), taken.end(), &needle) == taken.end()) addNeedle(rows, nullptr, &needle, frame);
  return rows.rows;
}

bool sameCase(const Plan& first, const Plan& second) {
  return samePatient(first.choices.scan.patient, second.choices.scan.patient);
}
bool sameFrame(const Plan& first, const Plan& second) {
  return !first.choices.scan.frameOfReferenceUid.empty() &&
         first.choices.scan.frameOfReferenceUid == second.choices.scan.frameOfReferenceUid;
}

void ComparisonModel::show(const QString& first, const QString& second, std::vector<ComparedRow> rows) {
  beginResetModel();
  first_ = first;
  second_ = second;
  rows_ = std::move(rows);
  endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}
int ComparisonModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : 4;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
  const ComparedRow& row = at(index.row());
  if (role == Qt::DisplayRole)
    return std::vector{row.what, row.first, row.second, row.difference}[static_cast<std::size_t>(index.column())];
  if (role == Qt::BackgroundRole && row.differs && index.column() > 0) return QColor(0x3a, 0x32, 0x12);
  if (role == Qt::FontRole && (row.heading || (row.differs && index.column() == 3))) {
    QFont bold;
    bold.setBold(true);
    return bold;
  }
  if (role == Qt::ForegroundRole && row.differs && index.column() == 3)
    return verdictColour(planning::needle::Verdict::Near);
  return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  if (section == 0) return QString();
  return section == 1 ? first_ : section == 2 ? second_ : tr("Difference (B − A)");
}

}  // namespace app::archive
