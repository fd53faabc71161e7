#include "io/pacs/storage_classes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include "io/files/uid.h"

namespace io::pacs {
const std::vector<std::string>& usualClasses() {
  static const std::vector<std::string> classes{UID_CTImageStorage,
                                                UID_EnhancedCTImageStorage,
                                                UID_XRayAngiographicImageStorage,
                                                UID_XRayRadiofluoroscopicImageStorage,
                                                UID_EnhancedXAImageStorage,
                                                UID_EnhancedXRFImageStorage,
                                                UID_XRay3DAngiographicImageStorage,
                                                UID_SegmentationStorage,
                                                UID_RTStructureSetStorage,
                                                UID_Comprehensive3DSRStorage,
                                                UID_ComprehensiveSRStorage,
                                                UID_EnhancedSRStorage,
                                                UID_SecondaryCaptureImageStorage,
                                                UID_EncapsulatedPDFStorage};
  return classes;
}

const std::vector<std::string>& plainSyntaxes() {
  static const std::vector<std::string> syntaxes{UID_LittleEndianExplicitTransferSyntax,
                                                 UID_LittleEndianImplicitTransferSyntax};
  return syntaxes;
}

const std::vector<std::string>& compressedSyntaxes() {
  static const std::vector<std::string> syntaxes{UID_JPEG2000LosslessOnlyTransferSyntax,
                                                 UID_JPEGProcess14SV1TransferSyntax,
                                                 UID_JPEGLSLosslessTransferSyntax,
                                                 UID_RLELosslessTransferSyntax,
                                                 UID_JPEG2000TransferSyntax,
                                                 UID_JPEGProcess1TransferSyntax,
                                                 UID_JPEGProcess2_4TransferSyntax,
                                                 UID_JPEGLSLossyTransferSyntax,
                                                 UID_DeflatedExplicitVRLittleEndianTransferSyntax};
  return syntaxes;
}

std::set<std::string> classesOf(const std::map<std::string, std::string>& objects) {
  std::set<std::string> classes;
  for (const auto& [uid, sopClass] : objects)
    if (isUid(sopClass))
      classes.insert(sopClass);
    else
      classes.insert(usualClasses().begin(), usualClasses().end());
  return classes;
}

}  // namespace io::pacs
