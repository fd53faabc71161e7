#include "app/fluoroscopy/frame_overlay.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/view_words.h"
#include "app/text/numbers.h"
#include "app/views/ink.h"
#include "app/views/overlay_text.h"

namespace app::fluoroscopy {
namespace {

using planning::fluoroscopy::ImagePoint;
using planning::fluoroscopy::MarkedView;
using planning::fluoroscopy::Projection;
namespace ink = views::ink;

constexpr double kStandardErrors = 2;  ///< of the ellipse

struct Words {
  Q_DECLARE_TR_FUNCTIONS(app::fluoroscopy::FrameView)
};

void outlined(QPainter& painter, const QPainterPath& path, const QColor& colour, double width = 1.6,
              Qt::PenStyle style = Qt::SolidLine) {
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink::kOutline, width + 2, style));
  painter.drawPath(path);
  painter.setPen(QPen(colour, width, style));
  painter.drawPath(path);
}

/// A ring with a cross; of another shape than the entry, not only of another colour.
QPainterPath targetShape(const QPointF& at) {
  QPainterPath path;
  path.addEllipse(at, 8, 8);
  for (const QPointF& arm : {QPointF(1, 0), QPointF(0, 1)}) {
    path.moveTo(at - arm * 12);
    path.lineTo(at - arm * 4);
    path.moveTo(at + arm * 4);
    path.lineTo(at + arm * 12);
  }
  return path;
}

QPainterPath entryShape(const QPointF& at) {
  QPainterPath path;
  path.addPolygon(QPolygonF(
      {at + QPointF(0, -9), at + QPointF(9, 0), at + QPointF(0, 9), at + QPointF(-9, 0), at + QPointF(0, -9)}));
  path.moveTo(at - QPointF(2, 0));
  path.lineTo(at + QPointF(2, 0));
  path.moveTo(at - QPointF(0, 2));
  path.lineTo(at + QPointF(0, 2));
  return path;
}

class Overlay {
 public:
  Overlay(QPainter& painter, const ShownFrame& shown, const FluoroscopyCase& model, int which)
      : painter_(painter), shown_(shown), model_(model), which_(which), marked_(*model.marked(which)) {
    const auto geometry = model.geometry(which), other = model.geometry(1 - which);
    if (geometry) here_.emplace(*geometry);
    if (other) there_.emplace(*other);
  }

  void paint() {
    painter_.setRenderHint(QPainter::Antialiasing);
    if (isMarkedFrame()) {
      guide(&MarkedView::target, ink::kTarget);
      guide(&MarkedView::entry, ink::kEntry);
      ellipses();
      needle();
      marks();
    }
    calibration();
    letters();
    facts();
    scaleBar();
    if (model_.currentView() == which_) frameOfCurrent();
  }

 private:
  bool isMarkedFrame() const { return marked_.frame == model_.frame(which_); }

  /// The line on which the place marked in the other view must lie here.
  void guide(std::optional<ImagePoint> MarkedView::*mark, const QColor& colour) {
    const MarkedView* other = model_.marked(1 - which_);
    if (!here_ || !there_ || !other || !(other->*mark) || other->frame != model_.frame(1 - which_)) return;
    const auto line = epipolarLine(*there_, *(other->*mark), *here_);
    if (!line) return;
    QPointF from = shown_.toWidget(line->from), to = shown_.toWidget(line->to);
    const QPointF direction = (to - from) / std::max(1e-6, std::hypot(to.x() - from.x(), to.y() - from.y()));
    from -= direction * 4000;
    to += direction * 4000;
    QPainterPath path(from);
    path.lineTo(to);
    QColor faint = colour;
    faint.setAlpha((marked_.*mark) ? 90 : 220);
    painter_.setPen(QPen(faint, 1.3, Qt::DashLine));
    painter_.drawPath(path);
  }

  void ellipses() {
    const auto& plan = *model_.document().plan().choices.fluoroscopy;
    if (!here_) return;
    for (const auto& [found, colour] : {std::pair(&plan.target, ink::kTarget), std::pair(&plan.entry, ink::kEntry)})
      if (*found) ellipse(**found, colour);
  }

  /// The projected error ellipsoid, from its three axes: the covariance in the picture is the sum of theirs.
  void ellipse(const planning::fluoroscopy::Triangulated& found, const QColor& colour) {
    const auto middle = here_->project(found.place);
    if (!middle) return;
    double cc = 0, cr = 0, rr = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      const auto end = here_->project(found.place + found.errorAxes[k] * found.errorMm[k]);
      if (!end) return;
      const double c = end->column - middle->column, r = end->row - middle->row;
      cc += c * c, cr += c * r, rr += r * r;
    }
    const double angle = 0.5 * std::atan2(2 * cr, cc - rr), mean = (cc + rr) / 2,
                 spread = std::hypot((cc - rr) / 2, cr), scale = kStandardErrors * shown_.pixelsPerColumn;
    painter_.save();
    painter_.translate(shown_.toWidget(*middle));
    painter_.rotate(angle * 180 / std::numbers::pi);
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(colour, 1));
    painter_.drawEllipse(QPointF(), std::sqrt(mean + spread) * scale, std::sqrt(std::max(0.0, mean - spread)) * scale);
    painter_.restore();
  }

  void needle() {
    if (!marked_.target || !marked_.entry) return;
    QPainterPath path(shown_.toWidget(*marked_.entry));
    path.lineTo(shown_.toWidget(*marked_.target));
    outlined(painter_, path, ink::kNeedle, 1.4);
  }

  void marks() {
    if (marked_.target) {
      const QPointF at = shown_.toWidget(*marked_.target);
      outlined(painter_, targetShape(at), ink::kTarget);
      label(at, Words::tr("Target"), ink::kTarget);
    }
    if (marked_.entry) {
      const QPointF at = shown_.toWidget(*marked_.entry);
      outlined(painter_, entryShape(at), ink::kEntry);
      label(at, Words::tr("Entry"), ink::kEntry);
    }
  }

  void label(const QPointF& at, const QString& text, const QColor& colour) {
    views::paintText(painter_, QRectF(at + QPointF(15, -10), QSizeF(160, 20)), Qt::AlignLeft | Qt::AlignVCenter, text,
                     colour);
  }

  void calibration() {
    if (!marked_.calibration) return;
    const QPointF from = shown_.toWidget(marked_.calibration->from), to = shown_.toWidget(marked_.calibration->to);
    QPainterPath path(from);
    path.lineTo(to);
    path.addEllipse(from, 3, 3);
    path.addEllipse(to, 3, 3);
    outlined(painter_, path, ink::kRuler, 1.3);
    label((from + to) / 2, mm(marked_.calibration->knownMm), ink::kRuler);
  }

  /// Only where the file says how the picture lies, by letters or by the field's rotation and flip.
  void letters() {
    const auto& file = marked_.view;
    std::string orientation = file.patientOrientation;
    if (orientation.empty() && here_ && !file.assumesUsualDisplay()) orientation = patientOrientation(*here_);
    const auto split = orientation.find('\\');
    if (split == std::string::npos) return;
    const auto opposite = [](QString text) {
      static const QString kFrom = "LRAPHF", kTo = "RLPAFH";
      for (QChar& letter : text)
        if (const auto i = kFrom.indexOf(letter); i >= 0) letter = kTo[i];
      return text;
    };
    const QString right = QString::fromStdString(orientation.substr(0, split)),
                  bottom = QString::fromStdString(orientation.substr(split + 1));
    painter_.save();
    painter_.setFont(views::emphasised(painter_.font(), 1.3));
    const QRectF edge = QRectF(shown_.rect).adjusted(7, 5, -7, -5);
    views::paintText(painter_, edge, Qt::AlignRight | Qt::AlignVCenter, right, ink::kLetters);
    views::paintText(painter_, edge, Qt::AlignLeft | Qt::AlignVCenter, opposite(right), ink::kLetters);
    views::paintText(painter_, edge, Qt::AlignHCenter | Qt::AlignBottom, bottom, ink::kLetters);
    views::paintText(painter_, edge, Qt::AlignHCenter | Qt::AlignTop, opposite(bottom), ink::kLetters);
    painter_.restore();
  }

  void facts() {
    const QRectF edge = QRectF(shown_.rect).adjusted(8, 6, -8, -6);
    const int frame = model_.frame(which_);
    MarkedView shown = marked_;
    shown.frame = frame;
    QStringList lines{QStringLiteral("%1  %2").arg(QChar('A' + which_)).arg(runTitle(marked_.view)),
                      Words::tr("Frame %1 of %2").arg(frame + 1).arg(marked_.view.frames), anglesText(shown)};
    if (!isMarkedFrame() && (marked_.target || marked_.entry))
      lines += Words::tr("Marked in frame %1").arg(marked_.frame + 1);
    views::paintText(painter_, edge, Qt::AlignLeft | Qt::AlignTop, lines.join('\n'), ink::kText);
    const Look& look = shown_.look;
    QString window = Words::tr("Window %1 / %2")
                         .arg(number(look.mask ? look.subtractedCentre : look.windowCentre, 0),
                              number(look.mask ? look.subtractedWidth : look.windowWidth, 0));
    if (look.mask) window += '\n' + Words::tr("Less frame %1").arg(*look.mask + 1);
    if (look.inverse) window += '\n' + Words::tr("Inverted");
    views::paintText(painter_, edge, Qt::AlignLeft | Qt::AlignBottom, window, ink::kFaint);
  }

  /// A round length, with the word for what makes it one; nothing where there are only pixels.
  void scaleBar() {
    const auto scale = scaleOf(marked_);
    const QRectF edge = QRectF(shown_.rect).adjusted(8, 6, -12, -10);
    if (!scale)
      return void(views::paintText(painter_, edge, Qt::AlignRight | Qt::AlignBottom, Words::tr("pixels, no scale"),
                                   ink::kFaint));
    const double perMm = shown_.pixelsPerColumn / scale->mmPerColumn;
    double length = 1;
    for (const double wish : {2.0, 5.0, 10.0, 20.0, 50.0, 100.0})
      if (wish * perMm <= std::min(160.0, shown_.rect.width() / 4.0)) length = wish;
    const QPointF end = edge.bottomRight(), start = end - QPointF(length * perMm, 0);
    QPainterPath bar(start);
    bar.lineTo(end);
    bar.moveTo(start - QPointF(0, 5));
    bar.lineTo(start);
    bar.moveTo(end - QPointF(0, 5));
    bar.lineTo(end);
    outlined(painter_, bar, ink::kText, 1.5);
    views::paintText(painter_, QRectF(edge.left(), end.y() - 44, edge.width(), 38), Qt::AlignRight | Qt::AlignBottom,
                     QString::number(length) + QStringLiteral(" mm\n") + scaleWord(scale->source), ink::kText);
  }

  void frameOfCurrent() {
    painter_.setPen(QPen(views::colourOf(palette::kBlue), 2));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRect(QRectF(shown_.rect).adjusted(1, 1, -1, -1));
  }

  QPainter& painter_;
  const ShownFrame& shown_;
  const FluoroscopyCase& model_;
  const int which_;
  const MarkedView& marked_;
  std::optional<Projection> here_, there_;
};

}  // namespace

void paintOverlay(QPainter& painter, const ShownFrame& shown, const FluoroscopyCase& model, int which, bool whole) {
  if (!model.marked(which)) return;
  Overlay(painter, shown, model, which).paint();
  if (!whole) views::paintHint(painter, shown.rect, Words::tr("Reading the frame"));
}

}  // namespace app::fluoroscopy
