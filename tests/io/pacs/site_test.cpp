#include "io/pacs/site.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include "io/pacs/association.h"
#include "io/pacs/send.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace io::pacs;
using support::TemporaryFolder;

TEST(PacsSites, areReadWithAllTheyHave) {
  const auto sites = parseSites(
      "# ours\r\n"
      "[Main archive]\r\n"
      "host = pacs.example.org\n"
      "port = 11112\n"
      "called = ARCHIVE\n"
      "calling = NEEDLE\n"
      "tls.trusted = /c/ca.pem\n"
      "tls.certificate = /c/us.pem\n"
      "tls.key = /c/us.key\n"
      "worklist = yes\n"
      "worklist.station = CT1\n"
      "outbox = yes\n"
      "[Other]\n"
      "host = 10.0.0.1\ncalled = A\ncalling = B\n");
  ASSERT_TRUE(sites);
  ASSERT_EQ(sites->size(), 2U);
  const auto& main = sites->front();
  EXPECT_EQ(main.name, "Main archive");
  EXPECT_EQ(main.host, "pacs.example.org");
  EXPECT_EQ(main.port, 11112);
  EXPECT_EQ(main.called, "ARCHIVE");
  ASSERT_TRUE(main.tls);
  EXPECT_EQ(main.tls->key, "/c/us.key");
  EXPECT_TRUE(main.worklist);
  EXPECT_TRUE(main.outbox);
  EXPECT_EQ(main.worklistStation, "CT1");
  EXPECT_EQ(sites->back().port, 104);
  EXPECT_FALSE(sites->back().tls);
  EXPECT_FALSE(sites->back().outbox) << "nothing is sent that nobody switched on";
}

TEST(PacsSites, oneBadLineRefusesAllAndIsNamed) {
  const std::pair<const char*, const char*> bad[] = {
      {"host = x\n", "line 1"},
      {"[A]\nhost = ::1\n", "line 2"},
      {"[A]\nhost = a b\n", "line 2"},
      {"[A]\nport = 0\n", "line 2"},
      {"[A]\nport = 70000\n", "line 2"},
      {"[A]\nport = 104x\n", "line 2"},
      {"[A]\ncalled = ABCDEFGHIJKLMNOPQ\n", "line 2"},
      {"[A]\nworklist = perhaps\n", "line 2"},
      {"[A]\noutbox = true\n", "line 2"},
      {"[A]\nhost = h\ncalled = A\ncalling = B\noutbox = yes\n"
       "[B]\nhost = h\ncalled = A\ncalling = B\noutbox = yes\n",
       "line 10"},
      {"[A]\ntls.trsted = red\n", "line 2"},
      {"[A]\nmove.to = 10.0.0.7\n", "line 2"},
      {"[A]\nmove.to = 0.0.0.0:11113\n", "line 2"},
      {"[A]\nmove.to = here:11113\n", "line 2"},
      {"[A]\nhost = h\ncalled = A\ncalling = B\nmove.from = s\n", "line 5"},
      {"[A]\nhost = h\ncalled = A\ncalling = B\ntls.trusted = c\nmove.to = 10.0.0.7:11113\n", "line 6"},
      {"[A]\nhost = h\ncalled = A\ncalling = B\n[A]\n", "line 5"},
      {"[A]\nhost = h\n", "line 2"},
      {"[A]\nhost = h\ncalled = A\ncalling = B\ntls.key = k\n", "line 5"},
      {"[A]\nhost = h\ncalled = A\ncalling = B\ntls.trusted = c\ntls.key = k\n", "line 6"},
  };
  for (const auto& [text, line] : bad) {
    const auto sites = parseSites(text);
    ASSERT_FALSE(sites) << text;
    EXPECT_EQ(sites.error().code, "bad-sites-file");
    EXPECT_EQ(sites.error().subject, line) << text;
  }
}

TEST(PacsSites, passOverWhatTheyDoNotKnow) {
  const auto sites = parseSites("[A]\nhost = h\ncolour = red\ncalled = A\ncalling = B\nmove.to = 10.0.0.7:11113\n");
  ASSERT_TRUE(sites);
  EXPECT_EQ(sites->front().move, (MoveTarget{"10.0.0.7", 11113}));
}

TEST(PacsFaults, onlyWhatAPersonMustMendWaitsForOne) {
  const auto isFor = [](const char* code, const char* detail) { return wantsPerson({code, "site", detail}); };
  EXPECT_FALSE(isFor("pacs-status", "A700, full"));
  EXPECT_TRUE(isFor("pacs-status", "A900"));
  EXPECT_TRUE(isFor("pacs-status", "C000"));
  EXPECT_TRUE(isFor("pacs-status", "0122"));
  EXPECT_TRUE(isFor("pacs-tls", "expired"));
  EXPECT_TRUE(isFor("pacs-association-refused", "called AE"));
  EXPECT_TRUE(isFor("pacs-unknown-destination", "NEEDLE"));
  for (const char* passing : {"pacs-busy", "pacs-silent", "pacs-unreachable", "pacs-aborted", "pacs-port-taken"})
    EXPECT_FALSE(isFor(passing, "")) << passing;
}

TEST(PacsContent, isTheSameInAnotherEncodingAndNotAfterAnEdit) {
  const TemporaryFolder folder;
  const made_ct::Ct ct;
  auto slice = ct.slice(0);
  const auto a = folder.path() / "a.dcm", b = folder.path() / "b.dcm", c = folder.path() / "c.dcm";
  made_ct::save(*slice, a, EXS_LittleEndianExplicit);
  made_ct::save(*slice, b, EXS_LittleEndianImplicit);
  slice->getDataset()->putAndInsertString(DCM_PatientName, "Somebody^Else");
  made_ct::save(*slice, c);
  EXPECT_EQ(sameContent(a, b), true);
  EXPECT_EQ(sameContent(a, c), false);
  EXPECT_EQ(sameContent(a, folder.path() / "none.dcm").error().code, "cannot-read");
}

}  // namespace
