import Graph from 'graphology';
import Sigma from 'sigma';
import { createNodeCompoundProgram } from 'sigma/rendering';
import { lineProgram } from './line-program.ts';
import { type CameraPlace, MAX_RATIO, MIN_RATIO } from './map-state.ts';
import { markProgram } from './mark-program.ts';
import { type Scene, zoomScale } from './scene.ts';

/** The drawn map with its camera. */
export interface Stage {
  /** Draws again, soon. */
  draw(): void;
  /** Middle and width of what is in view. */
  place(): CameraPlace;
  /** Moves there, in a short flight unless motion is unwanted. Map units. */
  fly(place: CameraPlace): void;
  zoom(factor: number): void;
  /** Map units → pixels from the left upper corner. */
  toScreen(x: number, y: number): { x: number; y: number };
  toMap(x: number, y: number): { x: number; y: number };
  /** Pixels a map unit, now. */
  scale(): number;
  size(): { width: number; height: number };
  /** Radius of a mark in pixels, now. */
  radius(row: number): number;
  /** Frees listeners, canvases and what lies on the graphics card. */
  kill(): void;
}

export interface StageEvents {
  /** Before each frame is shown, with a cleared canvas above marks and lines, and one below as it was. */
  onDrawn(above: CanvasRenderingContext2D, below: CanvasRenderingContext2D): void;
  onMoved(): void;
  onPressed(x: number, y: number): void;
}

const FLIGHT_MS = 350;

/**
 * Sigma gives camera, gestures, layers and their matrices; the two programs draw the scene from its arrays. Its graph holds the corners of
 * the map and nothing else: no object a node, no work a node when the camera moves.
 */
export function openStage(
  host: HTMLElement,
  extent: { width: number; height: number },
  scene: () => Scene,
  events: StageEvents,
): Stage {
  const corners = new Graph();
  // Around the middle, the longer side 1: Sigma then takes our units as they are.
  const [width, height] = [extent.width || 1, extent.height || 1];
  corners.addNode('low', { x: 0.5 - width / 2, y: 0.5 - height / 2, size: 0 });
  corners.addNode('high', { x: 0.5 + width / 2, y: 0.5 + height / 2, size: 0 });
  const isStill = matchMedia('(prefers-reduced-motion: reduce)');
  const sigma = new Sigma(corners, host, {
    // Lines and marks share one canvas: every layer costs a picture of the whole view.
    nodeProgramClasses: { map: createNodeCompoundProgram([lineProgram(scene), markProgram(scene)]) },
    nodeHoverProgramClasses: {},
    edgeProgramClasses: {},
    defaultNodeType: 'map',
    renderLabels: false,
    renderEdgeLabels: false,
    stagePadding: Math.min(36, host.clientWidth / 24),
    minCameraRatio: MIN_RATIO,
    maxCameraRatio: MAX_RATIO,
    enableCameraRotation: false,
    inertiaDuration: isStill.matches ? 0 : 200,
    zoomDuration: isStill.matches ? 1 : 200,
    doubleClickZoomingDuration: isStill.matches ? 1 : 200,
    allowInvalidContainer: true,
  });
  const camera = sigma.getCamera();
  const ground = document.createElement('canvas');
  ground.className = 'map-land';
  const below = ground.getContext('2d') as CanvasRenderingContext2D;
  host.prepend(ground);
  const brush = sigma.getCanvases().labels?.getContext('2d') as CanvasRenderingContext2D;
  sigma.on('afterRender', () => {
    // As large as the others, which sigma keeps.
    const { width, height } = brush.canvas;
    if (ground.width !== width || ground.height !== height) Object.assign(ground, { width, height });
    events.onDrawn(brush, below);
  });
  sigma.on('clickStage', ({ event }) => events.onPressed(event.x, event.y));
  sigma.on('doubleClickStage', ({ preventSigmaDefault }) => preventSigmaDefault());
  camera.on('updated', events.onMoved);
  const watcher = new ResizeObserver(() => sigma.scheduleRefresh());
  watcher.observe(host);

  const framed = (x: number, y: number) => {
    const place = sigma.graphToViewport({ x, y });
    return { x: place.x, y: place.y };
  };
  return {
    draw: () => void sigma.scheduleRender(),
    place() {
      const { x, y, ratio } = camera.getState();
      return { x, y, ratio };
    },
    fly(place) {
      if (isStill.matches) camera.setState(place);
      else void camera.animate(place, { duration: FLIGHT_MS, easing: 'quadraticInOut' });
    },
    zoom(factor) {
      const ratio = camera.getBoundedRatio(camera.ratio * factor);
      if (isStill.matches) camera.setState({ ratio });
      else void camera.animate({ ratio }, { duration: FLIGHT_MS / 2 });
    },
    toScreen: framed,
    toMap: (x, y) => sigma.viewportToGraph({ x, y }),
    scale: () => Math.hypot(framed(1, 0).x - framed(0, 0).x, framed(1, 0).y - framed(0, 0).y),
    size: () => sigma.getDimensions(),
    radius: (row) => (scene().radii[row] ?? 0) * zoomScale(camera.ratio),
    kill() {
      watcher.disconnect();
      camera.removeAllListeners();
      sigma.kill();
      // Its memory goes with its size, whoever still holds it.
      ground.width = ground.height = 0;
      ground.remove();
    },
  };
}
