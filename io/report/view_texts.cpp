#include "io/report/view_texts.h"

#include <cmath>

#include "io/dicom/encode.h"
#include "io/report/field_text.h"
#include "io/report/plan_texts.h"

namespace io::report {
namespace {

using planning::Angle;
using planning::fluoroscopy::Calibration;
using planning::fluoroscopy::ImagePoint;
using planning::fluoroscopy::IsocentreSystem;
using planning::fluoroscopy::MarkedView;
using planning::fluoroscopy::PixelSpacing;
using planning::fluoroscopy::View;

/// Numbers with spaces between, unrounded: a geometry must come back as it was.
std::string exactly(const std::vector<double>& numbers) {
  std::string text;
  for (const double number : numbers) text += (text.empty() ? "" : " ") + dicom::decimalString(number);
  return text;
}

/// Writes fields; the absent ones are empty, which joinFields() leaves out.
class Writer {
 public:
  void number(const char* key, const std::optional<double>& value) {
    fields_.emplace_back(key, value ? exactly({*value}) : std::string());
  }
  void count(const char* key, int value) { fields_.emplace_back(key, std::to_string(value)); }
  void pair(const char* key, const std::optional<PixelSpacing>& value) {
    fields_.emplace_back(key, value ? exactly({value->rowMm, value->columnMm}) : std::string());
  }
  void pair(const char* key, const std::optional<ImagePoint>& value) {
    fields_.emplace_back(key, value ? exactly({value->row, value->column}) : std::string());
  }
  void word(const char* key, const std::string& value) { fields_.emplace_back(key, value); }
  void flag(const char* key, const std::optional<bool>& value) {
    fields_.emplace_back(key, value ? (*value ? "yes" : "no") : "");
  }
  std::string text() const { return joinFields(fields_); }

 private:
  Fields fields_;
};

/// Reads them; `bad` once a number was none.
class Reader {
 public:
  explicit Reader(const std::string& text) : fields_(splitFields(text)) {}
  std::optional<std::vector<double>> numbers(const char* key, std::size_t count) {
    const std::string text = field(fields_, key);
    if (text.empty()) return std::nullopt;
    auto values = numbersOf(text);
    if (values && values->size() == count) return values;
    bad = true;
    return std::nullopt;
  }
  std::optional<double> number(const char* key) {
    const auto value = numbers(key, 1);
    return value ? std::optional(value->front()) : std::nullopt;
  }
  int count(const char* key) {
    const auto value = number(key);
    if (!value || *value < 1 || *value > 1e6 || *value != std::floor(*value)) bad = true;
    return bad ? 0 : static_cast<int>(*value);
  }
  std::optional<PixelSpacing> spacing(const char* key) {
    const auto values = numbers(key, 2);
    if (values && !((*values)[0] > 0 && (*values)[1] > 0)) bad = true;
    return values ? std::optional(PixelSpacing{(*values)[0], (*values)[1]}) : std::nullopt;
  }
  std::optional<ImagePoint> place(const char* key) {
    const auto values = numbers(key, 2);
    return values ? std::optional(ImagePoint{(*values)[1], (*values)[0]}) : std::nullopt;
  }
  std::string word(const char* key) const { return field(fields_, key); }
  std::optional<bool> flag(const char* key) const {
    const std::string text = word(key);
    return text.empty() ? std::nullopt : std::optional(text == "yes");
  }
  bool bad = false;

 private:
  Fields fields_;
};

void writeIsocentre(const View& view, int frame, Writer& writer) {
  if (view.isocentre.empty()) return;
  const auto& s = view.isocentre[view.isocentre.size() == 1 ? 0 : static_cast<std::size_t>(frame)];
  writer.word("isocentre_system",
              exactly({s.primary.degrees(), s.secondary.degrees(), s.detectorRotation.degrees(), s.table[0], s.table[1],
                       s.table[2], s.horizontal.degrees(), s.headTilt.degrees(), s.cradleTilt.degrees()}));
}

void writeView(const View& view, int frame, Writer& writer) {
  writer.count("frames", view.frames);
  writer.count("columns", view.columns);
  writer.count("rows", view.rows);
  if (view.isocentre.empty()) {
    const auto angles = view.anglesOf(frame);
    writer.number("primary_deg", angles.primaryDeg);
    writer.number("secondary_deg", angles.secondaryDeg);
  }
  writer.number("sid_mm", view.sourceToDetectorMm);
  writer.number("sod_mm", view.sourceToIsocentreMm);
  writer.pair("imager_spacing_mm", view.imagerSpacing);
  writer.pair("pixel_spacing_mm", view.pixelSpacing);
  writer.word("calibration_type", view.calibrationType);
  writer.word("orientation", view.patientOrientation);
  writer.flag("flipped", view.flipped);
  writer.number("rotation_deg", view.rotationDeg);
  writer.flag("positioner_moves", view.positionerMoves);
  writer.flag("table_moves", view.tableMoves);
  writer.number("table_height_mm", view.table.heightMm);
  writer.number("table_traverse_mm", view.table.traverseMm);
  writer.number("table_angle_deg", view.table.angleDeg);
  writer.pair("element_spacing_mm", view.detector.elementSpacing);
  writer.pair("detector_mm", view.detector.sizeMm);
  writer.pair("field_origin", view.detector.origin);
  writer.pair("isocentre_projection", view.detector.isocentre);
  writeIsocentre(view, frame, writer);
  writer.word("plane", view.plane);
  writer.word("acquired", view.acquiredAt);
  writer.number("frame_time_ms", view.frameTimeMs);
}

void readIsocentre(Reader& reader, View& view) {
  const auto v = reader.numbers("isocentre_system", 9);
  if (!v) return;
  const auto degrees = [&](std::size_t i) { return Angle::degrees((*v)[i]); };
  view.isocentre = {IsocentreSystem{degrees(0), degrees(1), degrees(2), planning::makeVector((*v)[3], (*v)[4], (*v)[5]),
                                    degrees(6), degrees(7), degrees(8)}};
}

void readView(Reader& reader, View& view) {
  view.frames = reader.count("frames");
  view.columns = reader.count("columns");
  view.rows = reader.count("rows");
  const planning::fluoroscopy::PositionerAngles angles{reader.number("primary_deg"), reader.number("secondary_deg")};
  if (angles.primaryDeg || angles.secondaryDeg) view.angles = {angles};
  view.sourceToDetectorMm = reader.number("sid_mm");
  view.sourceToIsocentreMm = reader.number("sod_mm");
  view.imagerSpacing = reader.spacing("imager_spacing_mm");
  view.pixelSpacing = reader.spacing("pixel_spacing_mm");
  view.calibrationType = reader.word("calibration_type");
  view.patientOrientation = reader.word("orientation");
  view.flipped = reader.flag("flipped");
  view.rotationDeg = reader.number("rotation_deg");
  view.positionerMoves = reader.flag("positioner_moves");
  view.tableMoves = reader.flag("table_moves");
  view.table = {reader.number("table_height_mm"), reader.number("table_traverse_mm"), reader.number("table_angle_deg")};
  view.detector = {reader.spacing("element_spacing_mm"), reader.spacing("detector_mm"), reader.place("field_origin"),
                   reader.place("isocentre_projection")};
  readIsocentre(reader, view);
  view.plane = reader.word("plane");
  view.acquiredAt = reader.word("acquired");
  view.frameTimeMs = reader.number("frame_time_ms");
}

std::string textOfCalibration(const std::optional<Calibration>& c) {
  if (!c) return {};
  return std::string(word(c->object)) + " " +
         exactly({c->knownMm, c->from.column, c->from.row, c->to.column, c->to.row});
}

std::optional<Calibration> calibrationOf(Reader& reader) {
  const std::string text = reader.word("calibration");
  if (text.empty()) return std::nullopt;
  const auto space = text.find(' ');
  const auto object = planning::fluoroscopy::objectFromWord(text.substr(0, space));
  const auto v = numbersOf(space == std::string::npos ? std::string() : text.substr(space));
  if (object && v && v->size() == 5) return Calibration{*object, (*v)[0], {(*v)[1], (*v)[2]}, {(*v)[3], (*v)[4]}};
  reader.bad = true;
  return std::nullopt;
}

}  // namespace

std::string textOf(const MarkedView& marked) {
  Writer writer;
  writer.count("frame", marked.frame + 1);
  writeView(marked.view, marked.frame, writer);
  writer.number("given_primary_deg", marked.given.primaryDeg);
  writer.number("given_secondary_deg", marked.given.secondaryDeg);
  writer.number("given_sid_mm", marked.given.sourceToDetectorMm);
  writer.number("given_sod_mm", marked.given.sourceToIsocentreMm);
  writer.number("given_imager_spacing_mm", marked.given.imagerSpacingMm);
  writer.word("calibration", textOfCalibration(marked.calibration));
  return writer.text();
}

std::optional<MarkedView> markedViewOf(const std::string& text) {
  Reader reader(text);
  MarkedView marked;
  marked.frame = reader.count("frame") - 1;
  readView(reader, marked.view);
  marked.given = {reader.number("given_primary_deg"), reader.number("given_secondary_deg"),
                  reader.number("given_sid_mm"), reader.number("given_sod_mm"),
                  reader.number("given_imager_spacing_mm")};
  marked.calibration = calibrationOf(reader);
  if (reader.bad || marked.frame >= marked.view.frames) return std::nullopt;
  return marked;
}

}  // namespace io::report
