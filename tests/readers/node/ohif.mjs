// OHIF's extension for structured reports, as published, in Node: what a viewer lists, draws and hydrates of a report.
//
// Run as they are: the extension, OHIF's core (its store of metadata, display sets and measurements), the adapters, the
// tools' annotations, dcmjs. Not run: React, the viewport and its drawing (so what is listed as drawn is what the extension
// hands to the tool that draws), and the table of @ohif/extension-cornerstone from annotations to the words of the
// measurements panel: of it stand here the names of the tools that it maps.
import { load, loadBundle } from "./packages.mjs";

const kMappedTools = ["Length", "Bidirectional", "EllipticalROI", "CircleROI", "ArrowAnnotate", "CobbAngle", "Angle",
  "RectangleROI", "PlanarFreehandROI", "SplineROI", "CalibrationLine", "LivewireContour", "Probe",
  "UltrasoundDirectionalTool", "UltrasoundPleuraBLineTool", "SegmentBidirectional"];
const kSource = ["Cornerstone3DTools", "0.1"];

async function parts() {
  const core = await load("@cornerstonejs/core"), tools = await load("@cornerstonejs/tools");
  const given = {
    "@cornerstonejs/core": core,
    "@cornerstonejs/tools": tools,
    "@cornerstonejs/metadata": await load("@cornerstonejs/metadata"),
    "@cornerstonejs/adapters": await load("@cornerstonejs/adapters"),
    "gl-matrix": await load("gl-matrix"),
    dcmjs: (await load("dcmjs")).default,
  };
  const ohif = loadBundle("@ohif/core", given);
  const extension = loadBundle("@ohif/extension-cornerstone-dicom-sr", {
    ...given,
    "@ohif/core": ohif,
    "@ohif/core/src/contextProviders/SystemProvider": {},
    "@ohif/i18n": { t: (text) => text },
    "@ohif/ui-next": {},
    "@ohif/extension-cornerstone": {
      Enums: { CORNERSTONE_3D_TOOLS_SOURCE_NAME: kSource[0], CORNERSTONE_3D_TOOLS_SOURCE_VERSION: kSource[1] },
    },
  }).default;
  return { ohif, tools, extension };
}

/** The services that the extension asks, with the scan as the one display set that lies open. */
function openViewer(ohif, scan) {
  const commandsManager = { runCommand: () => undefined };
  const servicesManager = new ohif.ServicesManager(commandsManager);
  servicesManager.registerServices([ohif.CustomizationService.REGISTRATION, ohif.DisplaySetService.REGISTRATION,
    ohif.MeasurementService.REGISTRATION]);
  servicesManager.services.customizationService.setCustomizations({ codingValues: { $set: {} } }); // no words of a site
  const source = servicesManager.services.measurementService.createSource(...kSource);
  for (const tool of kMappedTools)
    servicesManager.services.measurementService.addMapping(source, tool, [{}], () => undefined,
      ({ annotation }) => ({ uid: annotation.annotationUID, points: annotation.data.handles.points,
        referenceStudyUID: scan.StudyInstanceUID, FrameOfReferenceUID: annotation.metadata.FrameOfReferenceUID }));
  const images = new ohif.classes.ImageSet([scan]);
  images.setAttributes({ displaySetInstanceUID: "scan", StudyInstanceUID: scan.StudyInstanceUID,
    SeriesInstanceUID: scan.SeriesInstanceUID, FrameOfReferenceUID: scan.FrameOfReferenceUID, Modality: "CT" });
  servicesManager.services.displaySetService.addDisplaySets(images);
  const dataSource = { getImageIdsForDisplaySet: () => [] };
  const extensionManager = { getDataSources: () => [dataSource], getActiveDataSource: () => [dataSource] };
  return { commandsManager, servicesManager, extensionManager };
}

/** {listed, drawn, hydrated}: the measurements that it lists, the annotations that it has drawn, those that can be edited. */
export async function openReport(report, scan) {
  const { ohif, tools, extension } = await parts();
  const viewer = openViewer(ohif, scan);
  ohif.DicomMetadataStore.addInstances([report]);
  const handler = extension.getSopClassHandlerModule(viewer)
    .find((one) => one.name === "dicom-sr-3d" && one.sopClassUids.includes(report.SOPClassUID));
  const [displaySet] = handler.getDisplaySetsFromSeries([report]);
  viewer.servicesManager.services.displaySetService.addDisplaySets(displaySet);
  await displaySet.load();
  const drawn = tools.annotation.state.getAllAnnotations();
  const canBeHydrated = displaySet.isRehydratable;
  if (canBeHydrated)
    extension.getCommandsModule(viewer).actions.hydrateStructuredReport(displaySet);
  const hydrated = viewer.servicesManager.services.measurementService.getMeasurements();
  return { listed: displaySet.measurements, drawn, hydrated };
}
