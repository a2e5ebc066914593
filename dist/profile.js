// src/dataset/profile.ts
const USUAL_PROFILE = {
	minimumRows: 1,
	bom: "error",
	imagesPerRow: 10,
	developerRole: false
};
export { USUAL_PROFILE as t };
