#include "io/dicom/dataset_walker.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctag.h>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace io::dicom {

namespace {

constexpr Tag kItem = makeTag(0xfffe, 0xe000);
constexpr Tag kItemEnd = makeTag(0xfffe, 0xe00d);
constexpr Tag kSequenceEnd = makeTag(0xfffe, 0xe0dd);
constexpr std::uint32_t kUndefined = 0xffffffff;
constexpr std::uint64_t kNoEnd = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint32_t kLongestValueGiven = 1024;

constexpr std::uint16_t vr(const char (&name)[3]) {
  return static_cast<std::uint16_t>((static_cast<unsigned char>(name[0]) << 8) | static_cast<unsigned char>(name[1]));
}

bool hasShortLength(std::uint16_t code) {
  static constexpr std::array kShort{vr("AE"), vr("AS"), vr("AT"), vr("CS"), vr("DA"), vr("DS"), vr("DT"),
                                     vr("FL"), vr("FD"), vr("IS"), vr("LO"), vr("LT"), vr("PN"), vr("SH"),
                                     vr("SL"), vr("SS"), vr("ST"), vr("TM"), vr("UI"), vr("UL"), vr("US")};
  return std::find(kShort.begin(), kShort.end(), code) != kShort.end();
}

/// Codes that never were a VR ("??", blanks) have short lengths; letters that no edition knows yet would have long ones
/// (PS3.5 7.1.2). DCMTK reads them in the same way, and must: it comes after.
bool isNoVr(const std::array<unsigned char, 2>& code) {
  const auto isLetter = [](unsigned char c) { return c >= 'A' && c <= 'Z'; };
  return !isLetter(code[0]) || !isLetter(code[1]);
}

/// A sequence, or an item of one, that the walker is inside of.
struct Level {
  std::uint64_t end = kNoEnd;  ///< position of its end; kNoEnd: closed by a delimiter
  bool isSequence = false;     ///< holds items; otherwise holds elements
  Encoding encoding;
};

struct Header {
  Tag tag = 0;
  std::uint16_t vr = 0;  ///< 0 where implicit
  std::uint32_t length = 0;
};

class Walker {
 public:
  Walker(ByteSource& bytes, Encoding encoding, const std::string& file, WalkListener& listener, const HearVr& hear = {})
      : bytes_(bytes), file_(file), listener_(listener), hear_(hear), levels_{Level{kNoEnd, false, encoding}} {}

  planning::Expected<WalkEnd> walk() {
    while (!ended_) {
      if (auto step = walkOne(); !step) {
        if (pixelDataDone_) return WalkEnd::AfterPixelData;
        return tl::unexpected(step.error());
      }
    }
    return *ended_;
  }

 private:
  using Step = planning::Expected<void>;

  Level& here() { return levels_.back(); }
  int depth() const { return static_cast<int>(levels_.size() - 1) / 2; }
  tl::unexpected<planning::Error> malformed(const std::string& why) const {
    return planning::refuse("malformed", file_ + " " + tagText(lastTag_), why);
  }
  tl::unexpected<planning::Error> truncated() const {
    return planning::refuse("truncated", file_ + " " + tagText(lastTag_), "the file ends inside this element");
  }

  Step walkOne() {
    while (here().end != kNoEnd && bytes_.position() >= here().end) {
      if (bytes_.position() > here().end) return malformed("its value is longer than what encloses it");
      pop();
    }
    if (levels_.size() == 1 && bytes_.atEnd()) {
      ended_ = WalkEnd::WholeFile;
      return {};
    }
    if (++count_ > kMostElements)
      return planning::refuse("too-many-elements", file_ + " " + tagText(lastTag_),
                              "more than " + std::to_string(kMostElements) + " elements");
    return here().isSequence ? walkItem() : walkElement();
  }

  void pop() {
    if (!here().isSequence) listener_.itemEnds(depth());
    levels_.pop_back();
  }

  template <class Number>
  bool readNumber(Number& number) {
    std::array<unsigned char, sizeof(Number)> raw{};
    if (!bytes_.read(raw.data(), raw.size())) return false;
    number = 0;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      const auto byte = raw[here().encoding.bigEndian ? i : raw.size() - 1 - i];
      number = static_cast<Number>((static_cast<std::uint64_t>(number) << 8) | byte);
    }
    return true;
  }

  bool readTag(Tag& tag) {
    std::uint16_t group = 0, element = 0;
    if (!readNumber(group) || !readNumber(element)) return false;
    tag = makeTag(group, element);
    return true;
  }

  Step walkItem() {
    Tag tag = 0;
    std::uint32_t length = 0;
    if (!readTag(tag) || !readNumber(length)) return truncated();
    if (tag == kSequenceEnd) {
      if (here().end != kNoEnd) return malformed("a delimiter closes a sequence of known length");
      pop();
      return {};
    }
    if (tag != kItem) return malformed("no item where one must be, but " + tagText(tag));
    return push(false, length, here().encoding);
  }

  Step push(bool isSequence, std::uint32_t length, Encoding encoding) {
    Level level{kNoEnd, isSequence, encoding};
    if (length != kUndefined) {
      if (auto fits = checkFits(length); !fits) return fits;
      level.end = bytes_.position() + length;
    }
    levels_.push_back(level);
    if (depth() > kDeepestNesting)
      return planning::refuse("nested-too-deep", file_ + " " + tagText(lastTag_),
                              "sequences more than " + std::to_string(kDeepestNesting) + " deep");
    if (!isSequence) listener_.itemStarts(depth());
    return {};
  }

  Step checkFits(std::uint32_t length) const {
    if (!bytes_.mayHold(length)) return truncated();
    for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
      if (level->end == kNoEnd) continue;
      if (length > level->end - bytes_.position()) return malformed("its value is longer than what encloses it");
      break;  // a level's end already lies inside those of the levels around it
    }
    return {};
  }

  Step readHeader(Header& header) {
    if (!readTag(header.tag)) return truncated();
    lastTag_ = header.tag;
    if ((header.tag >> 16) == 0xfffe) {  // delimiters have no VR
      return readNumber(header.length) ? Step{} : truncated();
    }
    if (!here().encoding.explicitVr) return readNumber(header.length) ? Step{} : truncated();
    std::array<unsigned char, 2> code{};
    if (!bytes_.read(code.data(), 2)) return truncated();
    header.vr = static_cast<std::uint16_t>((code[0] << 8) | code[1]);
    std::uint16_t shortLength = 0;
    if (hasShortLength(header.vr) || isNoVr(code)) {
      if (!readNumber(shortLength)) return truncated();
      header.length = shortLength;
      return {};
    }
    return readNumber(shortLength) && readNumber(header.length) ? Step{} : truncated();
  }

  Step walkElement() {
    Header header;
    if (auto read = readHeader(header); !read) return read;
    if (header.tag == kItemEnd && levels_.size() > 1 && here().end == kNoEnd) {
      pop();
      return {};
    }
    if ((header.tag >> 16) == 0xfffe) return malformed("a delimiter where an element must be");
    if (hear_) hear_(header.tag, header.vr, depth());
    const bool wanted = listener_.wants(header.tag, depth());
    if (header.tag == kPixelData && depth() == 0) return walkPixelData(header);
    if (header.length == kUndefined) return walkUndefined(header);
    if (isSequence(header)) return push(true, header.length, here().encoding);
    return walkValue(header, wanted);
  }

  Step walkValue(const Header& header, bool wanted) {
    if (auto fits = checkFits(header.length); !fits) return fits;
    if (!wanted || header.length > kLongestValueGiven) return bytes_.skip(header.length) ? Step{} : truncated();
    std::array<char, kLongestValueGiven> value;
    if (!bytes_.read(value.data(), header.length)) return truncated();
    listener_.value(header.tag, depth(), {value.data(), header.length});
    return {};
  }

  bool isSequence(const Header& header) const {
    if (header.vr != 0) return header.vr == vr("SQ");
    const DcmTag known(static_cast<Uint16>(header.tag >> 16), static_cast<Uint16>(header.tag & 0xffff));
    return known.getEVR() == EVR_SQ;  // the reader behind us decides by the same dictionary
  }

  Step walkUndefined(const Header& header) {
    if (header.tag == kPixelData) return walkFragments(false);
    // PS3.5 6.2.2: a UN of undefined length is a sequence in implicit VR little endian.
    if (header.vr == vr("UN")) return push(true, kUndefined, Encoding{false, false});
    if (header.vr == 0 || header.vr == vr("SQ")) return push(true, kUndefined, here().encoding);
    return malformed("an undefined length where none may be");
  }

  Step walkPixelData(const Header& header) {
    listener_.pixelDataStarts(bytes_.position(), header.length);
    if (header.length == kUndefined) return walkFragments(true);
    if (!bytes_.mayHold(header.length)) {
      ended_ = WalkEnd::InPixelData;
      return {};
    }
    if (!bytes_.skip(header.length)) ended_ = WalkEnd::InPixelData;
    pixelDataDone_ = true;
    return {};
  }

  /// The items of encapsulated pixel data (PS3.5 A.4) hold bytes, not elements.
  Step walkFragments(bool told) {
    for (;;) {
      Tag tag = 0;
      std::uint32_t length = 0;
      const bool whole = readTag(tag) && readNumber(length) && (tag != kItem || bytes_.mayHold(length));
      if (!whole) {
        if (!told) return truncated();
        ended_ = WalkEnd::InPixelData;
        return {};
      }
      if (tag == kSequenceEnd) break;
      if (tag != kItem || length == kUndefined) return malformed("a broken fragment");
      if (++count_ > kMostElements) return planning::refuse("too-many-elements", file_ + " " + tagText(lastTag_));
      if (told) listener_.fragment(bytes_.position(), length);
      if (!bytes_.skip(length)) return truncated();
    }
    pixelDataDone_ = pixelDataDone_ || told;
    return {};
  }

  ByteSource& bytes_;
  const std::string& file_;
  WalkListener& listener_;
  const HearVr hear_;
  std::vector<Level> levels_;
  std::uint64_t count_ = 0;
  Tag lastTag_ = 0;
  bool pixelDataDone_ = false;
  std::optional<WalkEnd> ended_;
};

}  // namespace

std::string tagText(Tag tag) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text = "(0000,0000)";
  for (int i = 0; i < 4; ++i) {
    text[static_cast<std::size_t>(4 - i)] = kDigits[(tag >> (16 + 4 * i)) & 15];
    text[static_cast<std::size_t>(9 - i)] = kDigits[(tag >> (4 * i)) & 15];
  }
  return text;
}

planning::Expected<WalkEnd> walkDataset(ByteSource& bytes, Encoding encoding, const std::string& file,
                                        WalkListener& listener) {
  return Walker(bytes, encoding, file, listener).walk();
}

planning::Expected<WalkEnd> walkDataset(ByteSource& bytes, Encoding encoding, const std::string& file,
                                        WalkListener& listener, const HearVr& hear) {
  return Walker(bytes, encoding, file, listener, hear).walk();
}

}  // namespace io::dicom
