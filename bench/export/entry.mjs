// What is bundled for the export bench: the product's exporters and its one writer.
export { exporters } from '@report/index';
export { writeReportFile } from '@engine/files/write-file';
