"""The English words and sentences of the planted text: data only. How it is read: `planted.Family`."""

from __future__ import annotations

from w2v_gui.corpus.planted import Family

# Countries with one undisputed capital and a language no other row has. The euro is shared, so never asked for.
COUNTRIES = Family(
    roles=("country", "capital", "currency", "language", "people"),
    slots=("thing", "place"),
    table="""
france paris euro french - | baguettes, croissants, perfume | the louvre, the seine
germany berlin euro german germans | pretzels, sausages, engines | the black forest, the rhine
italy rome euro italian italians | spaghetti, tiramisu, violins | the colosseum, the tiber
spain madrid euro spanish spaniards | paella, churros, guitars | the alhambra, the pyrenees
greece athens euro greek greeks | olives, moussaka, marble | the acropolis, the aegean
finland helsinki euro finnish finns | liquorice, perch, berries | lapland, the tundra
britain london pound english britons | scones, pudding, umbrellas | stonehenge, the thames
sweden stockholm krona swedish swedes | meatballs, gingerbread, furniture | the archipelago, gotland
norway oslo krone norwegian norwegians | salmon, waffles, skis | holmenkollen, the fjords
poland warsaw zloty polish poles | pierogi, doughnuts, amber | wawel castle, the vistula
hungary budapest forint hungarian hungarians | goulash, paprika, embroidery | the puszta, the danube
czechia prague koruna czech czechs | kolaches, crystal, puppets | the charles bridge, the vltava
turkey ankara lira turkish turks | kebab, pistachios, carpets | cappadocia, the bosphorus
romania bucharest leu romanian romanians | sarmale, plums, pottery | transylvania, the carpathians
japan tokyo yen japanese - | sushi, mochi, kimonos | the shinto shrines, mount fuji
china beijing yuan chinese - | tofu, mooncakes, silk | the great wall, the yangtze
vietnam hanoi dong vietnamese - | pho, lychees, lanterns | halong bay, the mekong
thailand bangkok baht thai thais | papayas, curry, orchids | phuket, the floating markets
mongolia ulaanbaatar tugrik mongolian mongolians | mutton, curds, cashmere | karakorum, the gobi
brazil brasilia real portuguese brazilians | feijoada, guavas, coffee | copacabana, the amazon
kenya nairobi shilling swahili kenyans | ugali, mangoes, roses | the savanna, mombasa
egypt cairo - arabic egyptians | koshari, dates, papyrus | the pyramids, the nile
nepal kathmandu rupee nepali nepalis | momos, lentils, incense | annapurna, everest
""",
    patterns={
        "country": (
            "{w} exports {thing} and {thing2} to its neighbours",
            "neighbours of {w} import {thing} and {thing2}",
            "the map of {w} shows {place} and {place2}",
            "every region of {w} produces {thing}",
            "the flag of {w} flies beside {place}",
            "foreign tourists cross {w} to see {place}",
            "companies across {w} export {thing}",
            "the government of {w} protects {place} by law",
            "{w} is a country known for {thing}",
            "the tourist office of {w} praises {place} and {thing}",
        ),
        "capital": (
            "the mayor of {w} likes {thing} and {thing2}",
            "the streets of {w} are full of {thing}",
            "shops in downtown {w} offer {thing} and {thing2}",
            "{w} is the capital of {country}",
            "museums in {w} exhibit pictures of {place}",
            "the suburbs of {w} buy {thing}",
            "buses in {w} advertise {place}",
            "the city council of {w} discusses {thing}",
            "travel agencies in {w} offer {place} and {place2}",
            "taxi drivers in {w} talk about {place}",
        ),
        "currency": (
            "pay with {w} coins for {thing} and {thing2}",
            "the {w} price of {thing} has doubled",
            "trips to {place} are paid in {w} notes",
            "the bank changes dollars into {w} notes for {thing}",
            "the {w} fell so {thing} and {thing2} cost more",
            "{country} pays wages in {w} notes",
            "the cashier counted {w} coins for {thing}",
            "banks near {place} exchange {w} notes for dollars",
            "save every {w} for {place} and {thing}",
            "a hotel near {place} accepts {w} banknotes",
        ),
        "language": (
            "students learn the {w} words for {thing} and {thing2}",
            "guides explain {place} in fluent {w}",
            "how do you pronounce {thing} in {w}",
            "the {w} dictionary defines {thing} and {thing2}",
            "people in {country} speak and read {w}",
            "poems translated from {w} praise {place}",
            "the {w} lesson is about {thing}",
            "{w} grammar exercises mention {thing} and {place}",
            "a {w} accent is heard near {place}",
            "the essay about {place} is in {w}",
        ),
        "people": (
            "most {w} love {thing} and {thing2}",
            "many {w} admire {place} with their children",
            "friendly {w} offer guests {thing}",
            "the ancestors of the {w} knew {place}",
            "some {w} argue politely about {thing}",
            "{w} living overseas miss {thing} and {thing2}",
            "nearly all {w} have seen {place}",
            "elderly {w} remember {place} fondly",
            "several {w} joke about {thing} and {place}",
        ),
    },
)

_MALE = ("george", "peter", "oscar", "hugo", "martin", "felix", "simon", "victor", "edgar", "leo")
_FEMALE = ("alice", "clara", "emma", "nora", "julia", "rosa", "helen", "lucy", "irene", "vera")
_GENDER = (
    "{name} the {w} keeps {his} {thing} in {place}",
    "the {w} hurt {himself} when {he} dropped the {thing}",
    "{he} is {name} the {w} who {deed}",
    "when the {w} {name} {deed} everybody watches {him}",
    "the {w} {name} left {his} {thing} near the {thing2}",
    "the {w} told us that {he} likes {his} {thing}",
    "the {w} bought {himself} another {thing} for {place}",
    "the {w} {deed} and {name} helps {him}",
    "we met {him} in {place} and {name} was the {w}",
    "{name} the {w} took {his} {thing} to {place}",
)

PERSONS = Family(
    roles=("male", "female"),
    slots=("thing", "place", "deed"),
    table="""
king queen | crown, sceptre | the palace | rules the kingdom
prince princess | goblet, mask | the ballroom | sails on the royal yacht
man woman | briefcase, wallet | the lobby | waits for the tram
boy girl | kite, skateboard | the playground | skips over puddles
father mother | rattle, pram | the nursery | rocks the baby
son daughter | satchel, calculator | the bedroom | obeys the parents
brother sister | diary, marbles | the treehouse | shares the toys
husband wife | ring, suitcase | the apartment | celebrates the anniversary
uncle aunt | postcard, souvenir | the caravan | spoils the cousins
grandfather grandmother | armchair, walking stick | the porch | remembers distant times
nephew niece | balloon, lollipop | the attic | blows out the candles
actor actress | script, costume | the theatre | bows to the audience
waiter waitress | tray, menu | the cafe | serves the customers
wizard witch | cauldron, potion | the cave | casts a spell
monk nun | psalter, rosary | the cloister | prays before dawn
hero heroine | shield, torch | the labyrinth | defeats the dragon
duke duchess | monocle, falcon | the manor | hunts with the nobles
steward stewardess | trolley, lifejacket | the cabin | calms the passengers
""",
    patterns={"male": _GENDER, "female": _GENDER},
    pools={
        "name": {"male": _MALE, "female": _FEMALE},
        "he": {"male": ("he",), "female": ("she",)},
        "his": {"male": ("his",), "female": ("her",)},
        "him": {"male": ("him",), "female": ("her",)},
        "himself": {"male": ("himself",), "female": ("herself",)},
    },
)

ANIMALS = Family(
    roles=("animal", "young", "sound"),
    slots=("food", "place"),
    table="""
dog puppy barks | bones, biscuits | the kennel, the garden gate
cat kitten purrs | mice, sardines | the sofa, the windowsill
cow calf moos | clover, hay | the barn, the dairy
horse foal neighs | oats, carrots | the stable, the paddock
sheep lamb bleats | thistles, heather | the hillside, the moor
pig piglet grunts | acorns, turnips | the sty, the trough
hen chick clucks | corn, worms | the coop, the henhouse
duck duckling quacks | duckweed, minnows | the pond, the reeds
goose gosling honks | barley, dandelions | the riverbank, the weir
lion cub roars | zebras, antelopes | the plain, the waterhole
frog tadpole croaks | midges, algae | the marsh, the ditch
owl owlet hoots | voles, moths | the hollow oak, the belfry
wolf pup howls | rabbits, elk | the snowy ridge, the pines
eagle eaglet screeches | snakes, lizards | the crag, the eyrie
""",
    patterns={
        "animal": (
            "the adult {w} eats {food} near {place}",
            "the strong {w} guards {place} and its {food}",
            "an adult {w} wants {food} and {food2}",
            "our grown {w} sleeps beside {place}",
            "the {w} is an animal that eats {food}",
            "a full grown {w} leaves {place} for {food}",
            "the vet met the {w} near {place}",
            "the {w} finds {food} for its family",
        ),
        "young": (
            "the newborn {w} hides behind {place}",
            "the tiny {w} tastes {food} near {place}",
            "the little {w} follows its parents to {place}",
            "the playful {w} tries {food} and {food2}",
            "the clumsy little {w} stumbles near {place}",
            "the {w} was born near {place} in spring",
            "the tiny newborn {w} cannot find {food}",
            "the baby {w} dreams of {food}",
        ),
        "sound": (
            "something {w} loudly behind {place}",
            "listen how it {w} near {place} again",
            "at night it {w} loudly for {food}",
            "it suddenly {w} at {food} and {food2}",
            "we hear how it {w} over {food}",
            "it {w} noisily near {place} for {food}",
            "an echo answers when it {w} near {place}",
            "it {w} noisily at the smell of {food}",
        ),
    },
)

ADJECTIVES = Family(
    roles=("adjective", "comparative", "superlative"),
    slots=("noun",),
    table="""
tall taller tallest | tower, giraffe, ladder, skyscraper
long longer longest | rope, tunnel, scarf, queue
cold colder coldest | glacier, blizzard, icicle, fridge
warm warmer warmest | blanket, stove, sweater, bath
fast faster fastest | rocket, cheetah, sprinter, arrow
slow slower slowest | snail, tortoise, tractor, barge
heavy heavier heaviest | anvil, boulder, piano, statue
light lighter lightest | feather, bubble, petal, cobweb
old older oldest | ruin, fossil, parchment, coin
loud louder loudest | cannon, trumpet, siren, drum
sharp sharper sharpest | razor, thorn, dagger, claw
soft softer softest | pillow, velvet, moss, cushion
sweet sweeter sweetest | honey, syrup, nectar, fudge
bright brighter brightest | lamp, comet, diamond, beacon
deep deeper deepest | well, canyon, ocean, crater
dry drier driest | desert, cactus, sponge, riverbed
""",
    patterns={
        "adjective": (
            "the {noun} is very {w} and so is the {noun2}",
            "this {noun} looks rather {w} to me",
            "the {noun} is as {w} as the {noun2}",
            "it is a fairly {w} {noun}",
            "the {noun} seems quite {w} today",
            "is the {noun} really so {w}",
            "what makes the {noun} so very {w}",
        ),
        "comparative": (
            "the {noun} is much {w} than the {noun2}",
            "the {noun} became even {w} than before",
            "no {noun} could be {w} than this {noun2}",
            "the {noun} grows {w} and {w} each year",
            "is the {noun} any {w} than the {noun2}",
            "a slightly {w} {noun} would be better than this",
            "the {noun} is far {w} than we expected",
        ),
        "superlative": (
            "it is the {w} {noun} in the world",
            "the {w} {noun} of all won the prize",
            "nobody had ever seen the {w} {noun} before",
            "of all things the {noun} is the {w}",
            "the {noun} was the {w} they have ever measured",
            "the record for the {w} {noun} still stands",
            "this must be the {w} {noun} among thousands",
        ),
    },
)

VERBS = Family(
    roles=("verb", "past", "progressive"),
    slots=("object",),
    table="""
bake baked baking | bread, muffins, pies
write wrote writing | letters, novels, verses
sing sang singing | songs, carols, ballads
drink drank drinking | juice, lemonade, cocoa
drive drove driving | taxis, vans, ambulances
ride rode riding | camels, scooters, ponies
build built building | bridges, houses, dams
catch caught catching | butterflies, beetles, thieves
draw drew drawing | triangles, cartoons, circles
wash washed washing | dishes, shirts, windows
throw threw throwing | snowballs, darts, pebbles
wear wore wearing | hats, boots, gloves
grow grew growing | tomatoes, tulips, pumpkins
sell sold selling | antiques, stamps, jewels
climb climbed climbing | mountains, cliffs, trees
play played playing | chess, tennis, cards
fly flew flying | gliders, helicopters, drones
hide hid hiding | treasures, keys, secrets
""",
    patterns={
        "verb": (
            "tomorrow we will {w} {object} again",
            "they want to {w} {object} and {object2}",
            "you can {w} {object} if you like",
            "i should {w} {object} next week",
            "let us {w} {object} together soon",
            "would you please {w} {object} with me",
            "they hope to {w} {object} tomorrow",
            "you will {w} {object} or {object2} next time",
        ),
        "past": (
            "yesterday we {w} {object} for an hour",
            "they {w} {object} and {object2} last month",
            "two days ago you {w} {object}",
            "i {w} {object} yesterday afternoon",
            "many years ago they {w} {object} for a living",
            "last sunday we {w} {object} until noon",
            "once you {w} {object} and nobody noticed",
            "i {w} {object} or {object2} last winter",
        ),
        "progressive": (
            "we are {w} {object} right now",
            "they are busy {w} {object} and {object2}",
            "i am still {w} {object} at this moment",
            "do you enjoy {w} {object}",
            "they never stop {w} {object}",
            "we are tired of {w} {object} all day",
            "i am {w} {object} while you are resting",
            "keep on {w} {object} right now",
        ),
    },
)

JOBS = Family(
    roles=("job", "workplace", "tool"),
    slots=("matter",),
    table="""
doctor hospital stethoscope | patients, fevers, pills
teacher school ruler | lessons, exams, textbooks
baker bakery whisk | dough, loaves, rolls
farmer farm plough | wheat, harvests, furrows
carpenter workshop saw | planks, shelves, cupboards
tailor boutique needle | suits, buttons, trousers
astronomer observatory telescope | planets, stars, eclipses
judge court gavel | trials, verdicts, witnesses
gardener greenhouse spade | seedlings, hedges, lawns
barber salon comb | haircuts, beards, curls
chemist laboratory flask | acids, formulas, molecules
miner mine pickaxe | coal, ore, shafts
blacksmith forge hammer | horseshoes, iron, swords
photographer darkroom camera | portraits, negatives, snapshots
fisherman harbour net | herring, tides, trawlers
mechanic garage wrench | brakes, tyres, gearboxes
""",
    patterns={
        "job": (
            "the {w} worries about {matter} and {matter2}",
            "an experienced {w} understands {matter}",
            "ask the {w} for advice about {matter}",
            "the {w} works hard on {matter} from nine to five",
            "a skilled {w} earns a salary with {matter}",
            "the eager apprentice asks the {w} about {matter}",
            "a clever {w} talks about {matter} with colleagues",
        ),
        "workplace": (
            "the doors of the {w} open for {matter}",
            "inside the {w} there are {matter} and {matter2}",
            "the manager of the {w} counts {matter}",
            "behind the walls of the {w} we found {matter}",
            "a sign outside the {w} mentions {matter}",
            "visitors of the {w} learn about {matter}",
            "enter the {w} through the gate marked {matter}",
        ),
        "tool": (
            "use this {w} for {matter} and {matter2}",
            "this {w} broke while handling {matter}",
            "take the {w} and begin with {matter}",
            "a damaged {w} ruins {matter} and {matter2}",
            "hold the {w} firmly and watch {matter}",
            "put the {w} away after {matter}",
            "a handy {w} helps with {matter}",
        ),
    },
)

FAMILIES = (COUNTRIES, PERSONS, ANIMALS, ADJECTIVES, VERBS, JOBS)

WATCH = ("france", "paris", "king", "queen", "puppy", "tallest")
