/** Art tokens of each theme, best first: the six built-in themes, then the groups that free themes draw on. */
export const THEMES: Record<string, string[]> = {
  jungle: words(
    `lion monkey-face elephant tiger-face giraffe parrot crocodile zebra snake hippopotamus rhinoceros gorilla
     leopard flamingo frog sloth peacock butterfly turtle orangutan panda koala lizard bat spider ant beetle snail owl
     palm-tree banana pineapple coconut mango hibiscus dodo`,
  ),
  ocean: words(
    `octopus whale dolphin tropical-fish shark turtle seal crab jellyfish penguin starfish seahorse orca
     blowfish lobster shrimp spiral-shell coral submarine treasure-chest squid otter sailboat fish anchor ring-buoy
     diving-mask desert-island speedboat mermaid oyster`,
  ),
  space: words(
    `rocket astronaut ringed-planet alien robot flying-saucer sun-with-face full-moon-face star satellite
     globe-showing-europe-africa comet telescope crescent-moon alien-monster satellite-antenna moon-rover
     space-shuttle mars jupiter neptune moon-lander space-station space-helmet shooting-star observatory moon-base
     meteorite galaxy`,
  ),
  farm: words(
    `cow-face pig-face ewe horse rooster duck dog-face cat-face rabbit-face goat baby-chick hatching-chick tractor
     farmer donkey goose honeybee lady-beetle mouse pumpkin ram turkey llama ox sunflower carrot ear-of-corn egg glass-of-milk
     sheaf-of-rice red-apple barn windmill snail hay-bale
     chicken`,
  ),
  vehicles: words(
    `automobile fire-engine police-car ambulance bus bicycle locomotive airplane helicopter taxi racing-car tractor
     delivery-truck motorcycle sailboat rocket tram-car articulated-lorry pickup-truck speedboat motor-scooter minibus
     sport-utility-vehicle kick-scooter high-speed-train small-airplane ferry submarine hot-air-balloon skateboard
     garbage-truck auto-rickshaw tow-truck trolleybus passenger-ship canoe snow-plough aerial-tramway metro`,
  ),
  construction: words(
    `excavator bulldozer dump-truck concrete-mixer tower-crane road-roller forklift wheel-loader mobile-crane
     backhoe-loader drilling-rig grader telehandler skid-steer cherry-picker concrete-pump mini-dumper crawler-crane
     paver mini-excavator tunnel-borer plate-compactor tow-truck snow-plough construction-worker tractor wheelbarrow traffic-cone rescue-workers-helmet hammer ladder toolbox
     wrench screwdriver carpentry-saw pickup-truck construction brick bucket nut-and-bolt gear shovel safety-vest`,
  ),
  forest: words(
    `fox bear deer hedgehog owl chipmunk rabbit-face wolf raccoon badger beaver boar skunk frog butterfly mushroom
     evergreen-tree deciduous-tree maple-leaf chestnut snail bird moose`,
  ),
  savanna: words(
    `lion elephant giraffe zebra rhinoceros hippopotamus leopard bison kangaroo two-hump-camel gorilla crocodile snake
     flamingo lizard
     camel water-buffalo`,
  ),
  pets: words(`dog-face cat-face rabbit-face hamster parrot turtle tropical-fish mouse lizard poodle bird`),
  polar: words(
    `polar-bear penguin seal whale orca wolf fox snowflake snowman owl dolphin moose mountain sled ice-skate`,
  ),
  birds: words(
    `parrot owl eagle duck swan flamingo peacock penguin rooster turkey goose dove bird baby-chick hatching-chick dodo
     feather
     chicken blackbird`,
  ),
  insects: words(`butterfly honeybee lady-beetle ant bug beetle cricket spider snail worm scorpion fly
     mosquito`),
  dinosaurs: words(
    `t-rex triceratops sauropod stegosaurus pterosaur ankylosaurus plesiosaur mammoth volcano dragon dodo egg nest-with-eggs bone
     lizard crocodile palm-tree turtle`,
  ),
  fruit: words(
    `red-apple banana strawberry tangerine pear grapes watermelon cherries pineapple lemon peach kiwi-fruit mango
     blueberries melon coconut green-apple avocado tomato`,
  ),
  vegetables: words(
    `carrot tomato potato ear-of-corn broccoli cucumber eggplant onion bell-pepper leafy-green mushroom garlic pea-pod
     beans pumpkin avocado hot-pepper
     root-vegetable`,
  ),
  food: words(
    `bread cheese-wedge egg pizza hamburger french-fries spaghetti croissant sandwich hot-dog honey-pot glass-of-milk
     pancakes waffle pretzel popcorn butter pot-of-food sushi taco baguette-bread cooked-rice
     cut-of-meat poultry-leg steaming-bowl green-salad peanuts olive beverage-box cup-with-straw`,
  ),
  sweets: words(
    `ice-cream birthday-cake cupcake doughnut cookie candy lollipop chocolate-bar pie shortcake soft-ice-cream custard`,
  ),
  sports: words(
    `soccer-ball basketball tennis volleyball baseball rugby-football ping-pong badminton bowling skateboard
     roller-skate ice-skate skis sled bicycle trophy sports-medal boxing-glove american-football flying-disc
     goal-net bullseye martial-arts-uniform`,
  ),
  music: words(
    `guitar musical-keyboard drum violin trumpet saxophone flute accordion maracas harp trombone banjo long-drum bell
     microphone headphone musical-notes`,
  ),
  school: words(
    `backpack pencil books scissors crayon straight-ruler artist-palette paintbrush open-book school abacus notebook
     paperclip microscope teacher graduation-cap triangular-ruler
     pen eraser magnifying-glass-tilted-left magnet calendar test-tube`,
  ),
  house: words(
    `house bed chair bathtub couch-and-lamp door window television light-bulb key alarm-clock mirror telephone broom
     shower teddy-bear umbrella potted-plant basket
     mantelpiece-clock house-with-garden framed-picture laptop mobile-phone radio camera watch envelope package
     flashlight locked electric-plug wastebasket baby-bottle hourglass-done newspaper`,
  ),
  kitchen: words(
    `teapot spoon fork-and-knife-with-plate cooking pot-of-food cook jar glass-of-milk butter egg bread salt
     bowl-with-spoon cheese-wedge
     fork-and-knife hot-beverage`,
  ),
  bathroom: words(`bathtub toothbrush soap shower sponge mirror lotion-bottle
     toilet roll-of-paper`),
  clothes: words(
    `t-shirt jeans dress coat scarf gloves socks running-shoe billed-cap top-hat shorts womans-hat glasses sunglasses
     hiking-boot kimono necktie crown ring backpack
     womans-clothes one-piece-swimsuit briefs handbag goggles ballet-shoes`,
  ),
  nature: words(
    `sunflower tulip rose blossom hibiscus four-leaf-clover cactus palm-tree evergreen-tree deciduous-tree mountain
     volcano rainbow seedling mushroom cherry-blossom maple-leaf water-wave
     leaf-fluttering-in-wind fallen-leaf herb lotus bouquet rock wood paw-prints tent fountain`,
  ),
  garden: words(
    `sunflower tulip rose blossom seedling potted-plant butterfly honeybee lady-beetle snail worm carrot strawberry
     bucket shovel bird wheelbarrow`,
  ),
  weather: words(
    `sun-with-face cloud cloud-with-rain rainbow snowflake cloud-with-lightning cloud-with-snow umbrella tornado droplet wind-face
     sun-behind-cloud star full-moon-face fire
     high-voltage thermometer ice`,
  ),
  fairytale: words(
    `dragon castle unicorn princess prince fairy mermaid crown magic-wand mage crystal-ball ghost gem-stone genie
     carousel-horse frog wolf rose ring
     hut shield`,
  ),
  pirates: words(
    `treasure-chest parrot sailboat anchor compass world-map telescope desert-island coin pirate-flag monkey-face
     gem-stone crown octopus shark`,
  ),
  toys: words(
    `teddy-bear balloon kite puzzle-piece yo-yo nesting-dolls game-die soccer-ball robot automobile locomotive
     playground-slide wrapped-gift
     bubbles video-game chess-pawn parachute`,
  ),
  party: words(
    `birthday-cake balloon wrapped-gift party-popper candle cupcake candy musical-notes crown pinata
     red-paper-lantern triangular-flag`,
  ),
  circus: words(
    `circus-tent elephant lion top-hat balloon popcorn monkey-face drum trumpet horse ferris-wheel
     carousel-horse
     clown-face roller-coaster ticket performing-arts`,
  ),
  jobs: words(
    `firefighter farmer cook teacher astronaut pilot artist mechanic police-officer construction-worker singer scientist
     health-worker`,
  ),
  tools: words(
    `hammer wrench screwdriver carpentry-saw ladder toolbox nut-and-bolt bucket paintbrush shovel axe gear
     pick`,
  ),
  emotions: words(
    `smiling-face-with-smiling-eyes crying-face angry-face fearful-face astonished-face sleeping-face thinking-face
     rolling-on-the-floor-laughing hugging-face partying-face
     smiling-face-with-hearts worried-face nauseated-face flushed-face confused-face star-struck
     smiling-face-with-sunglasses zany-face shushing-face face-with-thermometer hot-face cold-face`,
  ),
  winter: words(
    `snowman snowflake penguin skis sled ice-skate polar-bear scarf gloves coat evergreen-tree mountain
     cloud-with-snow`,
  ),
  christmas: words(
    `christmas-tree santa-claus snowman wrapped-gift bell deer star candle sled cookie ribbon`,
  ),
  halloween: words(`jack-o-lantern ghost bat spider black-cat owl candy full-moon-face mage candle`),
  beach: words(
    `beach-with-umbrella bucket spiral-shell crab sunglasses sailboat ice-cream water-wave palm-tree sun-with-face starfish
     ring-buoy dolphin thong-sandal
     luggage fishing-pole`,
  ),
  city: words(
    `vertical-traffic-light hospital factory office-building convenience-store bus-stop stop-sign postbox fuel-pump wheel
     shopping-cart`,
  ),
  hospital: words(`stethoscope adhesive-bandage syringe manual-wheelchair crutch thermometer`),
  rescue: words(`police-car-light fire-extinguisher fire-engine police-car ambulance helicopter`),
  body: words(
    `raised-hand foot eye ear nose mouth tooth tongue leg flexed-biceps index-pointing-up thumbs-up red-heart brain bone footprints`,
  ),
  family: words(`woman man girl boy baby old-woman old-man`),
  shapes: words(
    `circle square triangle rectangle star red-heart oval rhombus crescent-moon hexagon pentagon spiral cross arrow cube`,
  ),
  colours: words(
    `red-paint blue-paint yellow-paint green-paint orange-paint purple-paint pink-paint brown-paint black-paint
     white-paint grey-paint`,
  ),
  numbers: words(
    `keycap-1 keycap-2 keycap-3 keycap-4 keycap-5 keycap-6 keycap-7 keycap-8 keycap-9 keycap-10`,
  ),
  japan: words(`chopsticks`),
};

/** The themes every installation offers; their order here is the order of the catalogue. */
export const BUILT_IN_THEMES = ["jungle", "ocean", "space", "farm", "vehicles", "construction"];

/** Icons that are friendlier or easier to tell in Noto than in Fluent. */
export const BETTER_IN_NOTO = words(
  `crocodile turtle otter turkey squid bird worm scorpion ant snake gorilla eagle nest-with-eggs satellite sheaf-of-rice
   cloud-with-snow cloud-with-rain tornado water-wave flying-disc skateboard`,
);

/** Art that scenes use as decoration but that no child is asked to name. */
export const PROPS =
  words(`herb oil-drum wood vertical-traffic-light house-with-garden hut parachute sparkles rock
  hatching-chick fountain tent party-popper leaf-fluttering-in-wind`);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
