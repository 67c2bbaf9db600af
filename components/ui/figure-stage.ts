import {
  AmbientLight,
  Box3,
  CircleGeometry,
  Color,
  DirectionalLight,
  Float32BufferAttribute,
  Group,
  HemisphereLight,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type Object3D,
  PerspectiveCamera,
  Scene,
  Texture,
  TextureLoader,
  Vector3,
  WebGLRenderer,
} from "three";
import { type GLTF, GLTFLoader } from "three/addons/loaders/GLTFLoader.js";

/** Degrees of the upright opening of the view. */
const opening = 30;
/** Sharper than this no eye sees on a moving figure, and a phone's battery does. */
const mostPixelsPerPoint = 2;

/** A figure on its stage. Angles are in radians. */
export interface Stage {
  /** Shows it turned by `yaw` about its upright axis, seen from `pitch` above. */
  show(yaw: number, pitch: number): void;
  /** Takes the size that the canvas has on the page now. */
  fit(): void;
  /** Gives everything back to the graphics card. */
  close(): void;
}

function materialsOf(object: Object3D) {
  return object instanceof Mesh ? [object.material].flat() : [];
}

async function readFigure(url: string, signal: AbortSignal): Promise<GLTF> {
  const answer = await fetch(url, { signal });
  if (!answer.ok) throw new Error(`the figure answered ${answer.status}`);
  const loader = new GLTFLoader();
  loader.register((parser) => {
    // Its own loader would fetch textures from addresses that the security policy forbids; pictures of them are allowed.
    parser.textureLoader = new TextureLoader(parser.options.manager);
    return { name: "textures-as-pictures" };
  });
  return loader.parseAsync(await answer.arrayBuffer(), "");
}

/** A soft shadow to stand on, dark in the middle and nothing at the rim. */
function shadowOf(radius: number): Mesh {
  const disc = new CircleGeometry(radius, 48).rotateX(-Math.PI / 2);
  const count = disc.getAttribute("position").count;
  const colors = Array.from({ length: count }, (_, at) => [0.1, 0.07, 0.2, at === 0 ? 0.42 : 0]);
  disc.setAttribute("color", new Float32BufferAttribute(colors.flat(), 4));
  return new Mesh(disc, new MeshBasicMaterial({ vertexColors: true, transparent: true, depthWrite: false }));
}

function free(scene: Scene): void {
  scene.traverse((object) => {
    if (object instanceof Mesh) object.geometry.dispose();
    for (const material of materialsOf(object)) {
      for (const value of Object.values(material)) if (value instanceof Texture) value.dispose();
      material.dispose();
    }
  });
}

/**
 * Loads a GLB and puts it in the middle of the canvas, well lit and as large as fits however it is turned. Throws where the
 * file cannot be had or read, and where the device draws no 3D.
 */
export async function openStage(canvas: HTMLCanvasElement, url: string, signal: AbortSignal): Promise<Stage> {
  const { scene: figure } = await readFigure(url, signal);
  const renderer = new WebGLRenderer({ canvas, alpha: true, antialias: true, powerPreference: "low-power" });
  const scene = new Scene();
  const camera = new PerspectiveCamera(opening, 1, 0.01, 100);

  figure.traverse((object) => {
    // There are no surroundings to be mirrored, so bare metal would be black.
    for (const material of materialsOf(object))
      if (material instanceof MeshStandardMaterial) material.metalness = Math.min(material.metalness, 0.3);
  });
  const box = new Box3().setFromObject(figure);
  const size = box.getSize(new Vector3());
  const unit = 1 / (Math.max(size.x, size.y, size.z) || 1);
  figure.position.sub(box.getCenter(new Vector3()));
  const turned = new Group().add(new Group().add(figure));
  turned.children[0]?.scale.setScalar(unit);
  const reach = (Math.hypot(size.x, size.z) * unit) / 2;
  const height = (size.y * unit) / 2;
  const shadow = shadowOf(reach * 1.15);
  shadow.position.y = -height - 0.01;

  const sun = new DirectionalLight(new Color("#fff4e0"), 2.1);
  sun.position.set(-1.2, 1.6, 1.4);
  scene.add(
    turned,
    shadow,
    new HemisphereLight("#ffffff", "#b7a7c9", 1.7),
    new AmbientLight("#ffffff", 0.35),
  );
  // The light stays with who looks, so that each side is seen well.
  camera.add(sun);
  scene.add(camera);

  let distance = 3;
  const stage: Stage = {
    show(yaw, pitch) {
      turned.rotation.y = yaw;
      shadow.rotation.y = yaw;
      camera.position.set(0, Math.sin(pitch) * distance, Math.cos(pitch) * distance);
      camera.lookAt(0, 0, 0);
      renderer.render(scene, camera);
    },
    fit() {
      const { clientWidth: width, clientHeight: tall } = canvas;
      if (width === 0 || tall === 0) return;
      renderer.setPixelRatio(Math.min(devicePixelRatio, mostPixelsPerPoint));
      renderer.setSize(width, tall, false);
      camera.aspect = width / tall;
      camera.updateProjectionMatrix();
      const half = Math.tan((opening * Math.PI) / 360);
      distance = 0.98 * (reach + Math.max((height + reach * 0.25) / half, reach / half / camera.aspect));
    },
    close() {
      free(scene);
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
  if (signal.aborted) {
    stage.close();
    signal.throwIfAborted();
  }
  stage.fit();
  return stage;
}
