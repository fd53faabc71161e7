#pragma once

#include <QColor>
#include <QFont>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QString>

#include <utility>

namespace app {

/// A4 pages in points (1/72 inch), filled from the top, each with its foot. Needs a QGuiApplication for its fonts.
class Paper {
 public:
  /// What a PDF writer or printer of this program is set to before: A4, no margins of its own, this many dots an inch.
  static constexpr int kDotsAnInch = 720;
  static void prepare(QPagedPaintDevice& device);

  /// `foot` stands below every page at the left, the page's number at the right.
  Paper(QPagedPaintDevice& device, QString foot);

  QPainter& painter() { return painter_; }
  double width() const;
  double left() const;
  /// How much of the page is still free.
  double rest() const;
  int page() const { return number_; }

  /// `head`, whose page it is, stands above every page that take() and keep() start from here on.
  void goOnUnder(QString head) { head_ = std::move(head); }

  /// The next `height` points of this page, or of a new one where it has too few left.
  QRectF take(double height);
  void space(double height) { y_ += height; }
  /// Starts a new page unless `height` points are left.
  void keep(double height);
  void newPage();

  /// As large as `size` points where the painter draws with it.
  static QFont font(int size, bool bold = false);
  /// How high the words are at that width; a word that is longer than a line is broken.
  double heightOf(const QString& words, const QFont& font, double width) const;
  /// Draws them from the top left of `area`, as wide as it is.
  void draw(const QString& words, const QFont& font, const QRectF& area, const QColor& colour = Qt::black);
  /// The next lines of the page, over its whole width.
  void text(const QString& words, const QFont& font, const QColor& colour = Qt::black);

 private:
  void paintFoot();
  QFont inDots(QFont font) const;

  QPagedPaintDevice& device_;
  double dots_;  ///< of the device, a point
  QPainter painter_;
  QString foot_, head_;
  double y_;
  int number_ = 1;
};

}  // namespace app
