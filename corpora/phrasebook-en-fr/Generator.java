import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the English–French phrasebook corpus: {@code java Generator.java [directory]}.
 *
 * <p>The files go to the given directory, by default the current one. Nothing but the JDK (17 or
 * later) is needed, and the same files come out byte for byte on every run. Where the platform's
 * encoding is not UTF-8, JDK 17 wants {@code java -Dfile.encoding=UTF-8 Generator.java}.
 *
 * <h2>How a pair is made</h2>
 *
 * <p>A {@link Template} is one English and one French sentence with slots. A slot names a semantic
 * class ({@code x:wear} is a garment), so that fillers make sense together; {@code j@x} asks for an
 * adjective that can be said of {@code x}, {@code v@x} for a verb that takes {@code x} as object.
 * The first letter of a slot says what fills it: {@code x y z} a noun ({@code +} plural, {@code *}
 * either number), {@code j k} an adjective, {@code v w} a verb, {@code s r} a subject, {@code c d}
 * a city or country, {@code n m} a number, and any other letter a set expression. Braces hold
 * directives: {@code {the j x}} on the English side, {@code {le j x}} on the French. {@link
 * EnglishWriter} and {@link FrenchWriter} carry them out with the morphology in {@link English} and
 * {@link French}: agreement, conjugation, order of adjectives and clitics, contraction and elision.
 *
 * <h2>Conventions</h2>
 *
 * <ul>
 *   <li>British English; "you" is always <em>vous</em>.
 *   <li>"They" without an antecedent is <em>ils</em>; mixed groups and "we" take the masculine
 *       plural. Where "I" or "you" would have to show gender in French, the English says which (an
 *       address such as "madam") or the sentence is not made.
 *   <li>Questions: inversion with a pronoun, <em>est-ce que</em> with "I" and with a noun.
 *   <li>Simple past is passé composé, "used to" and the past progressive are imparfait, "will" is
 *       futur simple, "going to" is futur proche, "has just" is <em>venir de</em>.
 *   <li>Ordinary apostrophe; one ordinary space before {@code ?}, {@code !}, {@code :} and {@code
 *       ;}; traditional spelling of numbers (<em>vingt et un</em>).
 * </ul>
 *
 * <h2>The splits</h2>
 *
 * <p>The <em>units</em> of a pair are its template and the nouns, adjectives and verbs in its
 * slots. Any two units of a pair form a <em>combination</em>: a template with a word, an adjective
 * with a noun, a verb with its object, two nouns. The splits come about in four steps.
 *
 * <ol>
 *   <li>The templates take turns to draw new pairs. A pair is dropped if its English or its French
 *       sentence has been seen before.
 *   <li>One combination in {@value Splitter#HELD_OUT_ONE_IN}, chosen by a hash of the two names, is
 *       held out. A pair with a held-out combination is set aside for test-compositional.
 *   <li>All other pairs are shuffled; {@value #HELD_BACK_COUNT} make test, as many make valid, and
 *       the rest, with the expressions that have no slots, make train.
 *   <li>Of the pairs set aside, those remain whose every unit occurs in train at least {@value
 *       Splitter#MIN_UNIT_COUNT} times. Templates take turns again to give {@value
 *       #HELD_BACK_COUNT} pairs.
 * </ol>
 *
 * <p>So each pair of test-compositional has a combination that never occurs in train, valid or
 * test, of units that are each well known from train. {@link Verifier} checks this on the finished
 * corpus, together with all else that the card promises, and the run fails if anything is amiss. No
 * English sentence and no French sentence occurs twice anywhere in the corpus, so no sentence of a
 * test split is ever in train on either side.
 */
public final class Generator {

  private static final long SEED = 20240229L;

  private static final int TRAIN_COUNT = 14_000;
  private static final int HELD_BACK_COUNT = 500;

  private Generator() {}

  /** Writes the corpus into the directory named by the first argument, or the current one. */
  public static void main(String[] args) throws IOException {
    requireUtf8Source();
    Locale.setDefault(Locale.ROOT);
    Path directory = Path.of(args.length > 0 ? args[0] : "");
    Lexicon lexicon = new Lexicon();
    List<Template> templates = Template.parseAll(TEMPLATES);
    Splitter splitter = new Splitter(lexicon, templates);
    Map<String, List<Pair>> splits = splitter.split();
    new Verifier(splits).verify();
    CorpusWriter.write(directory, splits);
    splits.forEach((name, pairs) -> System.out.println(summary(name, pairs)));
  }

  /** JDK 17 reads a source file in the encoding of the platform, which may not be UTF-8. */
  private static void requireUtf8Source() {
    if ("é".length() != 1) {
      throw new IllegalStateException("run as: java -Dfile.encoding=UTF-8 Generator.java");
    }
  }

  private static String summary(String name, List<Pair> pairs) {
    return "%s: %d pairs, %.1f / %.1f words, %d / %d word forms"
        .formatted(
            name,
            pairs.size(),
            pairs.stream().mapToInt(p -> p.english().split(" ").length).average().orElse(0),
            pairs.stream().mapToInt(p -> p.french().split(" ").length).average().orElse(0),
            vocabulary(pairs.stream().map(Pair::english)),
            vocabulary(pairs.stream().map(Pair::french)));
  }

  private static int vocabulary(Stream<String> sentences) {
    return sentences
        .flatMap(s -> Arrays.stream(s.toLowerCase().split("[^\\p{L}\\p{N}]+")))
        .collect(Collectors.toSet())
        .size();
  }

  // ---------------------------------------------------------------------------------------------
  // Lexicon
  // ---------------------------------------------------------------------------------------------

  /**
   * English[/plural] | French[/plural] | gender (m, f; with p when plural only) | semantic classes.
   */
  static final String NOUNS =
      """
      # places one asks the way to
      station | gare | f | place venue sight mart citywide
      airport | aéroport | m | place venue sight mart
      hotel | hôtel | m | place venue sight amenity fine stay citywide dining
      restaurant | restaurant | m | place venue sight amenity fine works upstairs citywide dining
      museum | musée | m | place venue sight fine opens tourist mart citywide sightseeing
      market | marché | m | place venue sight tourist mart citywide sightseeing
      bakery | boulangerie | f | place venue sight amenity opens works dining
      pharmacy | pharmacie | f | place venue sight amenity opens works
      hospital | hôpital/hôpitaux | m | place venue sight works citywide
      post office | poste | f | place venue sight opens works
      bank | banque | f | place venue sight amenity opens works
      beach | plage | f | place venue sight fine tourist
      park | parc | m | place venue sight amenity fine tourist crossable citywide sightseeing
      library/libraries | bibliothèque | f | place venue sight opens works upstairs citywide
      school | école | f | place venue sight works citywide
      church/churches | église | f | place venue sight fine tourist citywide sightseeing
      town hall | mairie | f | place venue sight opens works
      police station | commissariat | m | place venue sight
      swimming pool | piscine | f | place venue sight opens amenity upstairs citywide
      theatre | théâtre | m | place venue sight fine works citywide
      cinema | cinéma | m | place venue sight amenity
      castle | château/châteaux | m | place venue sight fine opens tourist citywide sightseeing
      supermarket | supermarché | m | place venue sight amenity opens works mart
      bookshop | librairie | f | place venue sight amenity opens works
      butcher's shop | boucherie | f | place venue sight amenity opens
      harbour | port | m | place venue sight fine tourist
      bus stop | arrêt de bus | m | place sight amenity
      underground station | station de métro | f | place sight amenity
      car park | parking | m | place sight amenity
      petrol station | station-service/stations-service | f | place sight amenity
      university/universities | université | f | place venue sight works citywide
      tourist office | office de tourisme | m | place venue sight opens works
      embassy/embassies | ambassade | f | place venue sight works opens upstairs
      square | place | f | place sight fine tourist crossable citywide
      bridge | pont | m | place sight fine tourist crossable citywide sightseeing
      campsite | camping | m | place venue sight stay
      café | café | m | place venue sight amenity works upstairs citywide dining
      cathedral | cathédrale | f | place venue sight fine tourist citywide sightseeing
      art gallery | galerie d'art | f | place venue sight opens tourist citywide sightseeing
      youth hostel | auberge de jeunesse | f | place venue sight stay
      stadium | stade | m | place venue sight citywide
      zoo | zoo | m | place venue sight opens tourist citywide sightseeing
      garden | jardin | m | place fine tourist crossable citywide sightseeing nopl
      village | village | m | place fine tourist crossable
      cash machine | distributeur de billets | m | place sight amenity device
      lake | lac | m | place fine tourist
      old town | vieille ville | f | tourist
      # food taken in portions: partitive articles
      bread | pain | m | mass food meal breakfast table origin france
      water | eau | f | mass drink glassful bottled table
      milk | lait | m | mass drink glassful bottled breakfast allergen
      cheese | fromage | m | mass food meal sliced seasoning origin italy france
      butter | beurre | m | mass breakfast table seasoning france origin
      soup | soupe | f | mass food meal starter
      rice | riz | m | mass food meal
      meat | viande | f | mass food meal
      fish | poisson | m | mass food meal main allergen
      chicken | poulet | m | mass food meal main
      salad | salade | f | mass food meal starter
      wine | vin | m | mass drink glassful bottled origin italy spain france
      beer | bière | f | mass drink glassful bottled origin belgium
      coffee | café | m | mass drink cupful breakfast origin italy
      tea | thé | m | mass drink cupful breakfast
      hot chocolate | chocolat chaud | m | drink cupful breakfast
      sugar | sucre | m | mass table
      salt | sel | m | mass table seasoning
      pepper | poivre | m | mass table seasoning
      jam | confiture | f | mass breakfast table origin france
      honey | miel | m | mass breakfast table origin france
      chocolate | chocolat | m | mass food origin belgium
      ham | jambon | m | mass food meal sliced starter origin italy spain
      olive oil | huile d'olive | f | mass bottled table origin italy spain
      orange juice | jus d'orange | m | mass drink glassful bottled breakfast
      apple juice | jus de pomme | m | mass drink glassful bottled breakfast
      mustard | moutarde | f | mass table seasoning france origin
      garlic | ail | m | mass seasoning
      ice cream | glace | f | mass food dessert italy origin
      cake | gâteau/gâteaux | m | mass food dessert sliced
      lamb | agneau | m | mass food meal main
      duck | canard | m | mass food meal main
      beef | bœuf | m | mass food meal main
      salmon | saumon | m | mass food meal main sliced
      cream | crème | f | mass breakfast table seasoning
      chips | frites | fp | pluralfood food meal belgium origin
      vegetables | légumes | mp | pluralfood food meal
      green beans | haricots verts | mp | pluralfood food meal
      mushrooms | champignons | mp | pluralfood food meal kilo seasoning
      prawns | crevettes | fp | pluralfood food meal allergen main
      mussels | moules | fp | pluralfood food meal main allergen belgium origin
      oysters | huîtres | fp | pluralfood food meal starter
      olives | olives | fp | pluralfood food meal starter origin spain
      eggs | œufs | mp | pluralfood food meal breakfast allergen
      nuts | noix | fp | pluralfood food allergen kilo
      apples | pommes | fp | pluralfood food fruit kilo
      oranges | oranges | fp | pluralfood food fruit kilo origin spain
      pears | poires | fp | pluralfood food fruit kilo
      bananas | bananes | fp | pluralfood food fruit kilo
      peaches | pêches | fp | pluralfood food fruit kilo
      lemons | citrons | mp | pluralfood fruit kilo spain origin
      tomatoes | tomates | fp | pluralfood food kilo meal allergen seasoning italy origin
      onions | oignons | mp | pluralfood food kilo seasoning
      carrots | carottes | fp | pluralfood food kilo meal
      potatoes | pommes de terre | fp | pluralfood food kilo meal
      strawberries | fraises | fp | pluralfood food fruit kilo allergen dessert origin spain
      cherries | cerises | fp | pluralfood food fruit kilo origin
      apricots | abricots | mp | pluralfood food fruit kilo
      # things ordered one by one
      croissant | croissant | m | dish food
      sandwich/sandwiches | sandwich/sandwichs | m | dish food
      omelette | omelette | f | dish food main
      pizza | pizza | f | dish food main
      pancake | crêpe | f | dish food dessert
      steak | steak | m | dish food main
      apple tart | tarte aux pommes | f | dish food dessert
      chocolate mousse | mousse au chocolat | f | dish food dessert
      lemonade | limonade | f | dish drink
      vegetable soup | soupe de légumes | f | dish food starter
      tomato salad | salade de tomates | f | dish food starter
      ham sandwich/ham sandwiches | sandwich au jambon/sandwichs au jambon | m | dish food
      cheese omelette | omelette au fromage | f | dish food main
      dessert | dessert | m | dish food
      # clothes
      shirt | chemise | f | wear
      dress/dresses | robe | f | wear woolly
      coat | manteau/manteaux | m | wear warmwear woolly
      jacket | veste | f | wear warmwear leathery
      hat | chapeau/chapeaux | m | wear woolly
      scarf/scarves | écharpe | f | wear warmwear woolly
      skirt | jupe | f | wear woolly
      jumper | pull | m | wear warmwear woolly
      tie | cravate | f | wear
      belt | ceinture | f | wear leathery
      raincoat | imperméable | m | wear
      T-shirt | tee-shirt | m | wear
      swimsuit | maillot de bain | m | wear
      cap | casquette | f | wear
      shoes | chaussures | fp | wearp leathery
      gloves | gants | mp | wearp warmwear leathery woolly
      socks | chaussettes | fp | wearp woolly
      boots | bottes | fp | wearp leathery
      sandals | sandales | fp | wearp leathery
      # belongings and goods
      suitcase | valise | f | item mine luggage
      passport | passeport | m | mine
      wallet | portefeuille | m | item mine leathery
      umbrella | parapluie | m | item mine lendable
      camera | appareil photo/appareils photo | m | item mine device lendable
      watch/watches | montre | f | item mine gift fragile precious
      key | clé | f | mine ontable
      phone | téléphone | m | item mine device ontable
      ticket | billet | m | mine ontable priced
      notebook | carnet | m | item mine readable ontable
      book | livre | m | item mine readable gift ontable lendable
      pen | stylo | m | item mine ontable gift lendable
      computer | ordinateur | m | item mine device electric
      charger | chargeur | m | mine device lendable
      newspaper | journal/journaux | m | readable ontable
      magazine | magazine | m | readable ontable
      guidebook | guide | m | item mine readable lendable
      ring | bague | f | item mine gift precious
      backpack | sac à dos | m | item mine luggage
      handbag | sac à main | m | item mine luggage leathery
      bag | sac | m | item mine luggage leathery
      credit card | carte bancaire/cartes bancaires | f | mine ontable
      sunglasses | lunettes de soleil | fp | minep ontablep
      dictionary/dictionaries | dictionnaire | m | item mine readable lendable
      toothbrush/toothbrushes | brosse à dents | f | mine bathitem
      postcard | carte postale/cartes postales | f | souvenir mail writable
      stamp | timbre | m | souvenir
      letter | lettre | f | mail paper writable
      parcel | colis | m | mail parcel
      bike | vélo | m | vehicle rentable mine2 device lendable
      car | voiture | f | vehicle rentable mine2 device lendable
      motorbike | moto | f | vehicle rentable mine2 device
      boat | bateau/bateaux | m | vehicle rentable
      flat | appartement | m | rentable house
      house | maison | f | house rentable
      vase | vase | m | item gift furn fragile
      poster | affiche | f | item souvenir
      doll | poupée | f | item gift
      earrings | boucles d'oreilles | fp | item minep gift precious
      bracelet | bracelet | m | item gift precious mine
      necklace | collier | m | item gift precious mine
      cup | tasse | f | tableware item fragile
      plate | assiette | f | tableware fragile
      knife/knives | couteau/couteaux | m | tableware
      fork | fourchette | f | tableware
      spoon | cuillère | f | tableware
      glass/glasses | verre | m | tableware fragile
      toy | jouet | m | item gift
      # hotel and house
      room | chambre | f | room bookable hotelroom chamber priced
      bathroom | salle de bains | f | room hotelroom houseroom upstairs
      kitchen | cuisine | f | room houseroom upstairs nopl
      living room | salon | m | room houseroom upstairs nopl
      dining room | salle à manger | f | room houseroom upstairs nopl
      office | bureau/bureaux | m | houseroom room upstairs nopl
      garage | garage | m | houseroom nopl
      bed | lit | m | furn surface seat
      shower | douche | f | fixture inroom
      heating | chauffage | m | fixture nopl electric inroom
      air conditioning | climatisation | f | fixture nopl electric inroom machine
      television | télévision | f | fixture device electric inroom appliance
      lift | ascenseur | m | fixture nopl
      light | lumière | f | fixture electric inroom
      hairdryer | sèche-cheveux | m | fixture bathitem appliance machine
      tap | robinet | m | fixture inroom
      fridge | réfrigérateur | m | fixture device inroom appliance machine
      remote control | télécommande | f | fixture
      printer | imprimante | f | device machine
      washing machine | machine à laver | f | device appliance machine
      oven | four | m | device electric
      coffee machine | machine à café | f | device appliance machine
      blanket | couverture | f | bathitem
      pillow | oreiller | m | bathitem
      towel | serviette | f | bathitem
      window | fenêtre | f | openable
      door | porte | f | openable
      table | table | f | furn bookable surface furnwood
      chair | chaise | f | furn surface furnwood seat
      sofa | canapé | m | furn surface seat
      armchair | fauteuil | m | furn surface seat
      wardrobe | armoire | f | furn furnwood
      carpet | tapis | m | furn
      mirror | miroir | m | furn fragile
      lamp | lampe | f | furn electric
      clock | horloge | f | furn
      shelf/shelves | étagère | f | furn surface furnwood
      desk | bureau/bureaux | m | surface
      painting | tableau/tableaux | m | item furn gift
      breakfast | petit déjeuner | m | mealtime nopl
      lunch | déjeuner | m | mealtime nopl
      dinner | dîner | m | mealtime nopl
      bill | addition | f | bringable
      menu | carte | f | bringable
      wine list | carte des vins | f | bringable
      # transport
      train | train | m | line stopping
      bus/buses | bus | m | line stopping
      plane | avion | m | line
      coach/coaches | car | m | line stopping
      flight | vol | m | line
      shuttle | navette | f | line stopping
      # body
      head | tête | f | ache
      throat | gorge | f | ache
      back | dos | m | ache
      stomach/stomachs | ventre | m | ache
      leg | jambe | f | ache breakable
      arm | bras | m | ache breakable
      foot/feet | pied | m | ache breakable
      knee | genou/genoux | m | ache twisted
      ear | oreille | f | ache
      hand | main | f | ache burnt cut
      shoulder | épaule | f | ache breakable
      finger | doigt | m | ache burnt cut breakable
      ankle | cheville | f | ache twisted breakable
      neck | cou | m | ache
      wrist | poignet | m | ache twisted breakable
      # medicine
      medicine | médicament | m | remedy
      cough syrup | sirop contre la toux | m | remedy chemist
      tablets | comprimés | mp | remedy chemist
      aspirin | aspirine | f | chemist
      plasters | pansements | mp | chemist
      painkillers | antidouleurs | mp | chemist remedy
      antibiotics | antibiotiques | mp | remedy
      drops | gouttes | fp | remedy
      sunscreen | crème solaire | f | chemist
      toothpaste | dentifrice | m | chemist
      soap | savon | m | chemist
      shampoo | shampoing | m | chemist
      # people met by appointment or profession
      doctor | médecin | m | expert human
      dentist | dentiste | m | expert human
      lawyer | avocat | m | expert human
      manager | directeur | m | expert staff human
      teacher | professeur | m | expert staff human
      waiter | serveur | m | staff human
      receptionist | réceptionniste | f | staff human
      guide | guide | m | staff human
      driver | chauffeur | m | staff human
      neighbour | voisin | m | staff expert human
      nurse | infirmière | f | expert staff human
      baker | boulanger | m | staff human
      # family
      brother | frère | m | kin kinm countkin
      sister | sœur | f | kin kinf countkin
      mother | mère | f | kin
      father | père | m | kin
      son | fils | m | kin kinm countkin
      daughter | fille | f | kin kinf countkin
      husband | mari | m | kinm
      wife/wives | femme | f | kinf
      uncle | oncle | m | kin kinm
      aunt | tante | f | kin kinf
      grandmother | grand-mère/grands-mères | f | kin
      grandfather | grand-père/grands-pères | m | kin
      # papers and events
      report | rapport | m | paper work writable text
      contract | contrat | m | paper work signable text
      file | dossier | m | paper work
      invoice | facture | f | paper work
      presentation | présentation | f | paper work event text
      translation | traduction | f | paper work
      form | formulaire | m | paper signable
      cheque | chèque | m | signable
      budget | budget | m | paper work
      meeting | réunion | f | event workevent
      interview | entretien | m | event workevent
      conference | conférence | f | event workevent show2 priced
      training course | formation | f | event workevent priced
      concert | concert | m | event show
      film | film | m | event show seen italy spain france
      play | pièce de théâtre | f | show seen event
      match/matches | match/matchs | m | event show
      party/parties | fête | f | event
      exhibition | exposition | f | show event
      guided tour | visite guidée/visites guidées | f | event show2 priced
      opera | opéra | m | show event
      # animals
      cat | chat | m | animal pet
      dog | chien | m | animal pet
      bird | oiseau/oiseaux | m | animal
      horse | cheval/chevaux | m | animal
      rabbit | lapin | m | animal pet
      """;

  /**
   * English[/comparative] | French[/feminine[/prevocalic]] | position | kinds | noun classes.
   *
   * <p>Position: pre, post, or inv (post and invariable). Kinds: a attributive, p predicative, g
   * gradable (comparatives, "too"), and the label by which a pattern asks for it.
   */
  static final String ADJECTIVES =
      """
      red | rouge | post | a p colour | wear wearp item furn vehicle
      blue | bleu | post | a p colour | wear wearp item furn vehicle
      green | vert | post | a p colour | wear wearp item furn vehicle
      black | noir | post | a p colour | wear wearp item furn vehicle animal device
      white | blanc/blanche | post | a p colour | wear wearp item furn vehicle animal device
      grey | gris | post | a p colour | wear wearp item furn vehicle animal
      yellow | jaune | post | a p colour | wear wearp item furn vehicle
      brown | marron | inv | a p colour | wear wearp item furn
      pink | rose | post | a p colour | wear wearp item
      purple | violet/violette | post | a p colour | wear wearp item
      big/bigger | grand | pre | excess a p g size | item furn place room vehicle animal house
      small/smaller | petit | pre | excess a p g size | \
          wear wearp item furn place room vehicle animal house
      new/newer | nouveau/nouvelle/nouvel | pre | a | \
          wear wearp item furn device house place paper
      old/older | vieux/vieille/vieil | pre | a p look | \
          wear wearp item furn place vehicle house device
      beautiful/more beautiful | beau/belle/bel | pre | a p g look | \
          wear furn fine item animal house gift
      pretty/prettier | joli | pre | a p g look | wear wearp house gift
      good/better | bon/bonne | pre | a p g taste | food drink dining seen
      excellent | excellent | pre | a p taste | food drink dining show
      expensive | cher/chère | post | excess a p g price | \
          wear wearp item furn stay device house gift dish
      cheap/cheaper | bon marché | inv | a g | wear wearp item furn vehicle stay device
      heavy/heavier | lourd | post | excess a p g | luggage furn
      light/lighter | léger/légère | post | excess a p g | luggage warmwear
      comfortable | confortable | post | a p g | seat room house stay wearp vehicle
      elegant | élégant | post | a p g look | wear wearp furn
      modern | moderne | post | excess a p g look | furn house device place
      warm/warmer | chaud | post | excess a p g | warmwear
      hot/hotter | chaud | post | p g temp | meal drink
      cold/colder | froid | post | p g temp | meal drink
      delicious | délicieux | post | a p taste | food drink
      sweet/sweeter | sucré | post | p g taste | dessert cupful dish
      salty/saltier | salé | post | p g taste | meal
      quiet/quieter | calme | post | a p g | stay room house fine
      noisy/noisier | bruyant | post | excess a p g | stay room house machine
      clean/cleaner | propre | post | a p g | room stay bathitem tableware house
      dirty/dirtier | sale | post | excess a p g | room bathitem tableware wear
      famous | célèbre | post | a p g look | fine seen
      interesting | intéressant | post | a p g worth | show readable work event tourist
      important | important | post | a p g worth | work workevent
      boring | ennuyeux | post | a p g worth | show readable workevent
      long/longer | long/longue | pre | excess a p g worth | show trip paper workevent
      short/shorter | court | post | a p g | trip
      difficult | difficile | post | excess a p g worth | work
      useful | utile | post | a p g worth | readable device
      fast/faster | rapide | post | a p g | vehicle stopping
      slow/slower | lent | post | excess a p g | stopping
      leather | en cuir | inv | a mat | leathery
      woollen | en laine | inv | a mat | woolly
      gold | en or | inv | a mat | precious
      silver | en argent | inv | a mat | precious
      wooden | en bois | inv | a mat | furnwood
      Italian | italien/italienne | post | a nat | italy wear wearp
      Spanish | espagnol | post | a nat | spain show
      Belgian | belge | post | a nat | belgium
      French | français | post | a nat | france
      young/younger | jeune | pre | p g human | human
      tall/taller | grand | pre | p g human | human
      kind/kinder | gentil/gentille | post | p g human | human
      tired | fatigué | post | prevent p g state | human
      ill | malade | post | prevent p state | human
      busy/busier | occupé | post | prevent p g state | human
      happy/happier | heureux | post | p g state | human
      married | marié | post | p status | human
      single | célibataire | post | p status | human
      retired | retraité | post | p status | human
      ready | prêt | post | p | human
      sad/sadder | triste | post | p g state | human
      nervous | nerveux | post | prevent p g state | human
      patient | patient | post | p g human | human
      funny/funnier | drôle | post | p g human | human
      serious | sérieux/sérieuse | post | p g human | human
      shy/shyer | timide | post | prevent p g human | human
      intelligent | intelligent | post | p g human | human
      polite | poli | post | p g human | human
      generous | généreux | post | p g human | human
      curious | curieux | post | p g human | human
      strong/stronger | fort | post | p g human | human
      worried | inquiet/inquiète | post | prevent p g state | human
      surprised | surpris | post | p state | human
      disappointed | déçu | post | p state | human
      Canadian | canadien/canadienne | post | p citizen | human
      German | allemand | post | p citizen | human
      Irish | irlandais | post | p citizen | human
      Swiss | suisse | post | p citizen | human
      American | américain | post | p citizen | human
      Portuguese | portugais | post | p citizen | human
      Japanese | japonais | post | p citizen | human
      English | anglais | post | p citizen | human
      Moroccan | marocain | post | p citizen | human
      Greek | grec/grecque | post | p citizen | human
      doctor | médecin/médecin | post | job | human
      teacher | professeur/professeure | post | job | human
      lawyer | avocat | post | job | human
      engineer | ingénieur/ingénieure | post | job | human
      nurse | infirmier/infirmière | post | job | human
      baker | boulanger/boulangère | post | job | human
      cook | cuisinier/cuisinière | post | job | human
      journalist | journaliste | post | job | human
      architect | architecte | post | job | human
      dentist | dentiste | post | job | human
      musician | musicien/musicienne | post | job | human
      photographer | photographe | post | job | human
      student | étudiant | post | job | human
      mechanic | mécanicien/mécanicienne | post | job | human
      interpreter | interprète | post | job | human
      accountant | comptable | post | job | human
      farmer | agriculteur/agricultrice | post | job | human
      writer | écrivain/écrivaine | post | job | human
      next | prochain | pre | order | line
      last | dernier/dernière | pre | order | line
      first | premier/première | pre | order | line
      """;

  /**
   * English past/participle + tail | French infinitive + tail | kinds | classes of the object.
   *
   * <p>Kinds: act (something one does, complete without object), dur (lasts, so takes the
   * progressive), trans (takes a direct object). A tilde marks an article that negation turns into
   * "de": "faire ~du vélo", "ne pas faire de vélo".
   */
  static final String VERBS =
      """
      play tennis | jouer au tennis | act out dur |
      play football | jouer au football | act out dur |
      play chess | jouer aux échecs | act home dur |
      play cards | jouer aux cartes | act home dur |
      play the piano | jouer du piano | act home dur |
      play the guitar | jouer de la guitare | act home dur |
      listen to the radio | écouter la radio | act home dur |
      listen to music | écouter ~de la musique | act home dur |
      watch television | regarder la télévision | act home dur |
      read/read/read the newspaper | lire le journal | act home dur |
      work in the garden | travailler dans le jardin | act out dur |
      work at home | travailler à la maison | act home dur |
      work late | travailler tard | act |
      cook | faire la cuisine | act home dur |
      do/did/done the shopping | faire les courses | act dur |
      do/did/done the washing-up | faire la vaisselle | act dur |
      do/did/done the housework | faire le ménage | act home dur |
      clean the house | nettoyer la maison | act home dur |
      wash the car | laver la voiture | act out dur |
      travel by train | voyager en train | act dur |
      take/took/taken the bus | prendre le bus | act home |
      take/took/taken the underground | prendre le métro | act home |
      take/took/taken a taxi | prendre ~un taxi | act home |
      take/took/taken photos | prendre ~des photos | act out dur |
      eat/ate/eaten at the restaurant | manger au restaurant | act dur |
      eat/ate/eaten at home | manger à la maison | act home dur |
      eat/ate/eaten in town | manger en ville | act dur |
      swim/swam/swum in the sea | nager dans la mer | act out dur |
      swim/swam/swum in the lake | nager dans le lac | act out dur |
      ski | skier | act dur |
      sing/sang/sung in a choir | chanter dans une chorale | act |
      dance | danser | act dur |
      sleep/slept on the sofa | dormir sur le canapé | act home dur |
      walk in the park | marcher dans le parc | act out dur |
      walk along the beach | marcher le long de la plage | act out dur |
      ride/rode/ridden a bike | faire ~du vélo | act out dur |
      go/went/gone to the cinema | aller au cinéma | act home |
      go/went/gone to the beach | aller à la plage | act out |
      go/went/gone to the market | aller au marché | act out |
      go/went/gone to the theatre | aller au théâtre | act |
      go/went/gone to the swimming pool | aller à la piscine | act out |
      go/went/gone out with friends | sortir avec des amis | act |
      stay at home | rester à la maison | act home |
      come/came/come by bike | venir à vélo | act out |
      come/came/come by car | venir en voiture | act home |
      arrive late | arriver en retard | act |
      come/came/come home late | rentrer tard | act |
      leave/left early | partir tôt | act |
      go/went/gone for a walk | se promener | act out dur |
      rest | se reposer | act home dur |
      get/got up early | se lever tôt | act |
      go/went/gone to bed late | se coucher tard | act |
      study French | étudier le français | act home dur |
      study history | étudier l'histoire | act home dur |
      wait for the bus | attendre le bus | act dur |
      eat/ate/eaten at the hotel | manger à l'hôtel | act dur |
      phone the children | téléphoner aux enfants | act |
      help the neighbours | aider les voisins | act dur |
      look after the children | garder les enfants | act dur |
      drive/drove/driven to work | aller au travail en voiture | act home |
      water the plants | arroser les plantes | act out dur |
      feed/fed the cat | nourrir le chat | act |
      walk the dog | promener le chien | act out dur |
      prepare the meal | préparer le repas | act home dur |
      pack the suitcases | faire les valises | act dur |
      buy/bought | acheter | trans own serv plan | wear wearp item vehicle souvenir gift furn
      sell/sold | vendre | trans plan | item vehicle furn house
      look for | chercher | trans dur | mine minep item wear
      find/found | trouver | trans own | mine minep item
      lose/lost | perdre | trans mishap | mine minep
      forget/forgot/forgotten | oublier | trans mishap | mine minep luggage warmwear
      take/took/taken | prendre | trans plan | luggage warmwear lendable
      repair | réparer | trans own serv req plan dur | device vehicle fixture
      clean | nettoyer | trans req plan dur | room houseroom wear wearp
      visit | visiter | trans plan | tourist
      see/saw/seen | voir | trans plan | tourist show
      photograph | photographier | trans serv plan dur | fine animal
      open | ouvrir | trans req plan | openable luggage mail
      close | fermer | trans req plan | openable luggage
      rent | louer | trans own serv plan | rentable
      book | réserver | trans serv req plan | bookable
      sign | signer | trans req plan | signable
      send/sent | envoyer | trans serv req plan | mail paper
      read/read/read | lire | trans plan dur | readable paper
      write/wrote/written | écrire | trans own plan dur | writable
      receive | recevoir | trans own | mail paper
      order | commander | trans own plan | dish
      eat/ate/eaten | manger | trans consume plan dur | food dish
      drink/drank/drunk | boire | trans consume plan | drink
      wear/wore/worn | porter | trans plan | wear wearp
      try on | essayer | trans serv plan | wear wearp
      exchange | échanger | trans serv req plan | wear wearp item
      wash | laver | trans serv req plan dur | wear wearp vehicle tableware
      choose/chose/chosen | choisir | trans own plan | wear wearp item gift furn
      carry | porter | trans req plan dur | luggage parcel
      check | vérifier | trans req plan dur | paper
      finish | finir | trans plan dur | work
      translate | traduire | trans own req plan dur | text writable
      bring/brought | apporter | trans req plan | gift tableware bathitem
      use | utiliser | trans plan | device
      switch on | allumer | trans req plan | electric
      switch off | éteindre | trans req plan | electric
      prepare | préparer | trans plan dur | mealtime event
      break/broke/broken | casser | trans mishap | fragile
      cancel | annuler | trans plan | event
      organise | organiser | trans plan | event
      borrow | emprunter | trans own plan | lendable
      return | rendre | trans plan | lendable
      paint | peindre | trans req plan dur | houseroom furn house
      break/broke/broken | se casser | injury | breakable
      cut/cut/cut | se couper | injury | cut
      burn/burnt | se brûler | injury | burnt
      twist | se tordre | injury | twisted
      """;

  /** Infinitive | six present forms | past participle | future stem. */
  static final String IRREGULAR_VERBS =
      """
      être | suis es est sommes êtes sont | été | ser
      avoir | ai as a avons avez ont | eu | aur
      aller | vais vas va allons allez vont | allé | ir
      faire | fais fais fait faisons faites font | fait | fer
      pouvoir | peux peux peut pouvons pouvez peuvent | pu | pourr
      vouloir | veux veux veut voulons voulez veulent | voulu | voudr
      devoir | dois dois doit devons devez doivent | dû | devr
      savoir | sais sais sait savons savez savent | su | saur
      voir | vois vois voit voyons voyez voient | vu | verr
      prendre | prends prends prend prenons prenez prennent | pris | prendr
      apprendre | apprends apprends apprend apprenons apprenez apprennent | appris | apprendr
      mettre | mets mets met mettons mettez mettent | mis | mettr
      boire | bois bois boit buvons buvez boivent | bu | boir
      lire | lis lis lit lisons lisez lisent | lu | lir
      écrire | écris écris écrit écrivons écrivez écrivent | écrit | écrir
      dire | dis dis dit disons dites disent | dit | dir
      traduire | traduis traduis traduit traduisons traduisez traduisent | traduit | traduir
      venir | viens viens vient venons venez viennent | venu | viendr
      revenir | reviens reviens revient revenons revenez reviennent | revenu | reviendr
      partir | pars pars part partons partez partent | parti | partir
      sortir | sors sors sort sortons sortez sortent | sorti | sortir
      dormir | dors dors dort dormons dormez dorment | dormi | dormir
      servir | sers sers sert servons servez servent | servi | servir
      ouvrir | ouvre ouvres ouvre ouvrons ouvrez ouvrent | ouvert | ouvrir
      connaître | connais connais connaît connaissons connaissez connaissent | connu | connaîtr
      recevoir | reçois reçois reçoit recevons recevez reçoivent | reçu | recevr
      envoyer | envoie envoies envoie envoyons envoyez envoient | envoyé | enverr
      croire | crois crois croit croyons croyez croient | cru | croir
      éteindre | éteins éteins éteint éteignons éteignez éteignent | éteint | éteindr
      peindre | peins peins peint peignons peignez peignent | peint | peindr
      naître | nais nais naît naissons naissez naissent | né | naîtr
      """;

  /** English | French | person, gender, number | classes. */
  static final String SUBJECTS =
      """
      I | je | 1ms | any anyone pronoun own one
      you | vous | 2mp | anyone pronoun askable own ownask
      he | il | 3ms | any anyone pronoun known third one askable own ownask
      she | elle | 3fs | any anyone pronoun known third one askable own ownask
      we | nous | 1mp | any anyone pronoun known askable
      they | ils | 3mp | any anyone pronoun known askable
      Paul | Paul | 3ms | any anyone known third one name namem
      Thomas | Thomas | 3ms | any anyone known third one name namem
      Antoine | Antoine | 3ms | any anyone known third one name namem
      Julien | Julien | 3ms | any anyone known third one name namem
      Karim | Karim | 3ms | any anyone known third one name namem
      Louis | Louis | 3ms | any anyone known third one name namem
      Étienne | Étienne | 3ms | any anyone known third one name namem
      Olivier | Olivier | 3ms | any anyone known third one name namem
      Marie | Marie | 3fs | any anyone known third one name namef
      Julie | Julie | 3fs | any anyone known third one name namef
      Claire | Claire | 3fs | any anyone known third one name namef
      Sophie | Sophie | 3fs | any anyone known third one name namef
      Alice | Alice | 3fs | any anyone known third one name namef
      Léa | Léa | 3fs | any anyone known third one name namef
      Nadia | Nadia | 3fs | any anyone known third one name namef
      Hélène | Hélène | 3fs | any anyone known third one name namef
      my brother | mon frère | 3ms | any anyone known third one family
      my sister | ma sœur | 3fs | any anyone known third one family
      my father | mon père | 3ms | any anyone known third one family
      my mother | ma mère | 3fs | any anyone known third one family
      my uncle | mon oncle | 3ms | any anyone known third one family
      my aunt | ma tante | 3fs | any anyone known third one family
      my husband | mon mari | 3ms | any anyone known third one family
      my wife | ma femme | 3fs | any anyone known third one family
      my son | mon fils | 3ms | any anyone known third one family
      my daughter | ma fille | 3fs | any anyone known third one family
      your brother | votre frère | 3ms | any anyone known third one family
      your sister | votre sœur | 3fs | any anyone known third one family
      my friend Julie | mon amie Julie | 3fs | any anyone known third one
      my friend Thomas | mon ami Thomas | 3ms | any anyone known third one
      my colleague Sophie | ma collègue Sophie | 3fs | any anyone known third one
      my parents | mes parents | 3mp | any anyone known family
      the children | les enfants | 3mp | any anyone known
      my daughters | mes filles | 3fp | any anyone known
      our neighbours | nos voisins | 3mp | any anyone known
      my grandparents | mes grands-parents | 3mp | any anyone known family
      Paul and Marie | Paul et Marie | 3mp | any anyone known
      Alice and Léa | Alice et Léa | 3fp | any anyone known
      """;

  /** English | French | kind (city, m, f, mp for a country). */
  static final String NAMES =
      """
      Paris | Paris | city
      Lyon | Lyon | city
      Marseille | Marseille | city
      Bordeaux | Bordeaux | city
      Lille | Lille | city
      Nantes | Nantes | city
      Toulouse | Toulouse | city
      Strasbourg | Strasbourg | city
      Rennes | Rennes | city
      Dijon | Dijon | city
      Grenoble | Grenoble | city
      Avignon | Avignon | city
      Annecy | Annecy | city
      Orléans | Orléans | city
      Le Havre | Le Havre | city
      La Rochelle | La Rochelle | city
      Brussels | Bruxelles | city
      Geneva | Genève | city
      London | Londres | city
      Rome | Rome | city
      Madrid | Madrid | city
      Milan | Milan | city
      Naples | Naples | city
      Seville | Séville | city
      Lisbon | Lisbonne | city
      Berlin | Berlin | city
      Vienna | Vienne | city
      Barcelona | Barcelone | city
      Edinburgh | Édimbourg | city
      Athens | Athènes | city
      Venice | Venise | city
      Amsterdam | Amsterdam | city
      France | France | f
      Spain | Espagne | f
      Italy | Italie | f
      Germany | Allemagne | f
      England | Angleterre | f
      Belgium | Belgique | f
      Switzerland | Suisse | f
      Greece | Grèce | f
      Ireland | Irlande | f
      Scotland | Écosse | f
      Poland | Pologne | f
      Canada | Canada | m
      Japan | Japon | m
      Portugal | Portugal | m
      Morocco | Maroc | m
      Brazil | Brésil | m
      Mexico | Mexique | m
      Senegal | Sénégal | m
      the United States | États-Unis | mp
      the Netherlands | Pays-Bas | mp
      """;

  /** Set expressions by class: English | French. */
  static final String PHRASES =
      """
      [opener]
      excuse me | excusez-moi
      excuse me, sir | excusez-moi, monsieur
      excuse me, madam | excusez-moi, madame
      good morning | bonjour
      good evening | bonsoir
      sorry | pardon
      sorry, sir | pardon, monsieur
      sorry, madam | pardon, madame
      [closer]
      please | s'il vous plaît
      sir | monsieur
      madam | madame
      [direction]
      left | à gauche
      right | à droite
      [sideof]
      on the left | sur la gauche
      on the right | sur la droite
      [near]
      near | près de
      opposite | en face de
      behind | derrière
      next to | à côté de
      in front of | devant
      [preposition]
      near | près de
      opposite | en face de
      behind | derrière
      next to | à côté de
      far from | loin de
      [spot]
      on | sur
      under | sous
      behind | derrière
      next to | à côté de
      [ordinalf]
      first | première
      second | deuxième
      third | troisième
      fourth | quatrième
      [ordinalm]
      first | premier
      second | deuxième
      third | troisième
      fourth | quatrième
      fifth | cinquième
      sixth | sixième
      top | dernier
      [past]
      yesterday | hier
      yesterday morning | hier matin
      yesterday evening | hier soir
      last week | la semaine dernière
      last month | le mois dernier
      last year | l'année dernière
      last summer | l'été dernier
      last Monday | lundi dernier
      last Saturday | samedi dernier
      last Sunday | dimanche dernier
      two days ago | il y a deux jours
      three weeks ago | il y a trois semaines
      a month ago | il y a un mois
      [recent]
      yesterday | hier
      yesterday morning | hier matin
      yesterday evening | hier soir
      this morning | ce matin
      last Monday | lundi dernier
      two days ago | il y a deux jours
      an hour ago | il y a une heure
      [future]
      tomorrow | demain
      tomorrow morning | demain matin
      tomorrow afternoon | demain après-midi
      tomorrow evening | demain soir
      the day after tomorrow | après-demain
      next week | la semaine prochaine
      next month | le mois prochain
      next year | l'année prochaine
      next Monday | lundi prochain
      next Thursday | jeudi prochain
      next Saturday | samedi prochain
      in two days | dans deux jours
      in three weeks | dans trois semaines
      in a month | dans un mois
      [coming]
      tomorrow | demain
      tomorrow morning | demain matin
      tomorrow afternoon | demain après-midi
      tomorrow evening | demain soir
      the day after tomorrow | après-demain
      in two days | dans deux jours
      next Monday | lundi prochain
      next Thursday | jeudi prochain
      next Saturday | samedi prochain
      [since]
      yesterday | hier
      yesterday morning | hier matin
      yesterday evening | hier soir
      this morning | ce matin
      Monday | lundi
      Sunday | dimanche
      last week | la semaine dernière
      last Monday | lundi dernier
      last Saturday | samedi dernier
      [soon]
      today | aujourd'hui
      this afternoon | cet après-midi
      this evening | ce soir
      tomorrow | demain
      tomorrow morning | demain matin
      tomorrow evening | demain soir
      [today]
      today | aujourd'hui
      this morning | ce matin
      this afternoon | cet après-midi
      this evening | ce soir
      [stayfor]
      this evening | ce soir
      tomorrow | demain
      tomorrow evening | demain soir
      next week | la semaine prochaine
      next weekend | le week-end prochain
      next Monday | lundi prochain
      next Saturday | samedi prochain
      the weekend | le week-end
      three people | trois personnes
      four people | quatre personnes
      [habit]
      every day | tous les jours
      every morning | tous les matins
      every evening | tous les soirs
      every week | toutes les semaines
      every Saturday | tous les samedis
      every Sunday | tous les dimanches
      once a week | une fois par semaine
      twice a month | deux fois par mois
      [frequency]
      often | souvent
      always | toujours
      sometimes | parfois
      rarely | rarement
      [warmseason]
      in spring | au printemps
      in summer | en été
      in autumn | en automne
      [mealdays]
      on Sundays | le dimanche
      on Saturdays | le samedi
      on Mondays | le lundi
      during the week | en semaine
      in summer | en été
      in winter | en hiver
      [daily]
      in the morning | le matin
      on Sundays | le dimanche
      on Saturdays | le samedi
      on Mondays | le lundi
      during the week | en semaine
      [day]
      Monday | lundi
      Tuesday | mardi
      Wednesday | mercredi
      Thursday | jeudi
      Friday | vendredi
      Saturday | samedi
      Sunday | dimanche
      [partofday]
      morning | matin
      afternoon | après-midi
      evening | soir
      [month]
      January | janvier
      February | février
      March | mars
      April | avril
      May | mai
      June | juin
      July | juillet
      August | août
      September | septembre
      October | octobre
      November | novembre
      December | décembre
      [season]
      in spring | au printemps
      in summer | en été
      in autumn | en automne
      in winter | en hiver
      [hour]
      in the morning | du matin
      in the evening | du soir
      [means]
      by train | en train
      by car | en voiture
      by bus | en bus
      by plane | en avion
      by coach | en car
      [onfoot]
      on foot | à pied
      by car | en voiture
      by bike | à vélo
      by bus | en bus
      [punctuality]
      late | en retard
      on time | à l'heure
      early | en avance
      [fare]
      single ticket | aller simple
      return ticket | aller-retour
      first-class ticket | billet de première classe
      second-class ticket | billet de deuxième classe
      [roomtype]
      a single room | une chambre simple
      a double room | une chambre double
      a twin room | une chambre à deux lits
      a room with a bath | une chambre avec baignoire
      a room with a shower | une chambre avec douche
      a room with a balcony | une chambre avec balcon
      a room with a sea view | une chambre avec vue sur la mer
      a non-smoking room | une chambre non-fumeur
      a quiet room | une chambre calme
      a family room | une chambre familiale
      [surname]
      Martin | Martin
      Bernard | Bernard
      Dubois | Dubois
      Moreau | Moreau
      Leroy | Leroy
      Girard | Girard
      Fournier | Fournier
      Lambert | Lambert
      Aubert | Aubert
      Roux | Roux
      [title]
      Mr Martin | monsieur Martin
      Mrs Martin | madame Martin
      Mr Dubois | monsieur Dubois
      Mrs Dubois | madame Dubois
      Mr Moreau | monsieur Moreau
      Mrs Moreau | madame Moreau
      Mr Lambert | monsieur Lambert
      Mrs Lambert | madame Lambert
      Mrs Aubert | madame Aubert
      Mr Girard | monsieur Girard
      [madam]
      madam | madame
      Mrs Martin | madame Martin
      Mrs Dubois | madame Dubois
      Mrs Aubert | madame Aubert
      Mrs Moreau | madame Moreau
      [sir]
      sir | monsieur
      Mr Martin | monsieur Martin
      Mr Lambert | monsieur Lambert
      Mr Girard | monsieur Girard
      Mr Moreau | monsieur Moreau
      [degree]
      too | trop
      very | très
      a bit | un peu
      really | vraiment
      [intensity]
      very | très
      really | vraiment
      so | si
      [excess]
      too | trop
      a bit too | un peu trop
      much too | beaucoup trop
      [owner]
      mine | à moi
      yours | à vous
      his | à lui
      hers | à elle
      ours | à nous
      Paul's | à Paul
      Marie's | à Marie
      Alice's | à Alice
      my sister's | à ma sœur
      my brother's | à mon frère
      my father's | à mon père
      my mother's | à ma mère
      [recipient]
      me | me
      us | nous
      him | lui
      them | leur
      [sky]
      it is cold | il fait froid
      it is hot | il fait chaud
      it is cool | il fait frais
      it is mild | il fait doux
      the weather is fine | il fait beau
      the weather is bad | il fait mauvais
      it is raining | il pleut
      it is snowing | il neige
      it is sunny | il y a du soleil
      it is windy | il y a du vent
      it is foggy | il y a du brouillard
      it is cloudy | il y a des nuages
      [skyfuture]
      it will be cold | il fera froid
      it will be hot | il fera chaud
      it will be cool | il fera frais
      it will be mild | il fera doux
      the weather will be fine | il fera beau
      the weather will be bad | il fera mauvais
      it will rain | il pleuvra
      it will snow | il neigera
      it will be sunny | il y aura du soleil
      it will be windy | il y aura du vent
      it will be foggy | il y aura du brouillard
      [skypast]
      it was cold | il faisait froid
      it was hot | il faisait chaud
      it was cool | il faisait frais
      it was mild | il faisait doux
      the weather was fine | il faisait beau
      the weather was bad | il faisait mauvais
      it was raining | il pleuvait
      it was snowing | il neigeait
      it was sunny | il y avait du soleil
      it was windy | il y avait du vent
      it was foggy | il y avait du brouillard
      [skybadpast]
      it was cold | il faisait froid
      it was hot | il faisait chaud
      the weather was bad | il faisait mauvais
      it was raining | il pleuvait
      it was snowing | il neigeait
      it was windy | il y avait du vent
      it was foggy | il y avait du brouillard
      [skycold]
      it rains | il pleut
      it snows | il neige
      it is cold | il fait froid
      it is cool | il fait frais
      the weather is bad | il fait mauvais
      [skyfine]
      it is hot | il fait chaud
      it is mild | il fait doux
      it is sunny | il y a du soleil
      the weather is fine | il fait beau
      [reason2]
      it is late | il est tard
      it is Sunday | c'est dimanche
      it is a public holiday | c'est un jour férié
      [complaint]
      a headache | mal à la tête
      a stomach ache | mal au ventre
      a sore throat | mal à la gorge
      toothache | mal aux dents
      backache | mal au dos
      a temperature | de la fièvre
      a cold | un rhume
      the flu | la grippe
      [sensation]
      hungry | faim
      thirsty | soif
      cold | froid
      hot | chaud
      sleepy | sommeil
      afraid | peur
      right | raison
      wrong | tort
      [ailment]
      a cough | la toux
      a headache | le mal de tête
      a cold | le rhume
      a temperature | la fièvre
      the flu | la grippe
      a sore throat | le mal de gorge
      toothache | le mal de dents
      sunburn | les coups de soleil
      insect bites | les piqûres d'insectes
      seasickness | le mal de mer
      an allergy | les allergies
      [mealtimes]
      before meals | avant les repas
      after meals | après les repas
      before breakfast | avant le petit déjeuner
      with a glass of water | avec un verre d'eau
      [times]
      once | une fois
      twice | deux fois
      three times | trois fois
      four times | quatre fois
      [language]
      French | français
      English | anglais
      German | allemand
      Spanish | espagnol
      Italian | italien
      Portuguese | portugais
      Japanese | japonais
      Chinese | chinois
      Arabic | arabe
      Russian | russe
      [fluency]
      well | bien
      very well | très bien
      fluently | couramment
      [reason]
      it is raining | il pleut
      it is too cold | il fait trop froid
      it is too hot | il fait trop chaud
      it is snowing | il neige
      it is windy | il y a du vent
      it is foggy | il y a du brouillard
      the weather is bad | il fait mauvais
      [company]
      with Paul | avec Paul
      with Marie | avec Marie
      with my parents | avec mes parents
      with my sister | avec ma sœur
      with my brother | avec mon frère
      with the children | avec les enfants
      with a colleague | avec un collègue
      with Alice | avec Alice
      with my wife | avec ma femme
      with my husband | avec mon mari
      [invite]
      with us | avec nous
      with me | avec moi
      with Paul | avec Paul
      with Alice | avec Alice
      with the children | avec les enfants
      with my parents | avec mes parents
      with my sister | avec ma sœur
      with my brother | avec mon frère
      [interruption]
      the phone rang | le téléphone a sonné
      the train arrived | le train est arrivé
      it started to rain | il a commencé à pleuvoir
      Paul arrived | Paul est arrivé
      Marie arrived | Marie est arrivée
      the taxi arrived | le taxi est arrivé
      [size]
      a larger size | une taille plus grande
      a smaller size | une taille plus petite
      another size | une autre taille
      another colour | une autre couleur
      [payment]
      by card | par carte
      in cash | en espèces
      by cheque | par chèque
      [quantity]
      a kilo | un kilo
      half a kilo | un demi-kilo
      two kilos | deux kilos
      three kilos | trois kilos
      a pound | une livre
      a bag | un sac
      [destination]
      home | à la maison
      to work | au travail
      into town | en ville
      to the doctor's | chez le médecin
      to the dentist's | chez le dentiste
      to the hairdresser's | chez le coiffeur
      to the baker's | chez le boulanger
      to Paul's house | chez Paul
      to Marie's house | chez Marie
      [whereabouts]
      at home | à la maison
      at work | au travail
      at the doctor's | chez le médecin
      at the dentist's | chez le dentiste
      at the hairdresser's | chez le coiffeur
      at Paul's house | chez Paul
      at Marie's house | chez Marie
      in town | en ville
      abroad | à l'étranger
      on holiday | en vacances
      in hospital | à l'hôpital
      in the country | à la campagne
      at the seaside | au bord de la mer
      in the mountains | à la montagne
      [publictransport]
      on the train | dans le train
      on the bus | dans le bus
      in the taxi | dans le taxi
      at the hotel | à l'hôtel
      at the restaurant | au restaurant
      at home | à la maison
      in the car | dans la voiture
      at the station | à la gare
      at the airport | à l'aéroport
      at the beach | à la plage
      """;

  /** Sentences without slots: English | French. All of them go to train. */
  static final String EXPRESSIONS =
      """
      Hello. | Bonjour.
      Goodbye. | Au revoir.
      See you soon. | À bientôt.
      See you later. | À plus tard.
      See you tomorrow. | À demain.
      Good night. | Bonne nuit.
      Thank you. | Merci.
      Thank you very much. | Merci beaucoup.
      You are welcome. | Je vous en prie.
      Yes, please. | Oui, s'il vous plaît.
      No, thank you. | Non, merci.
      Of course. | Bien sûr.
      That's right. | C'est exact.
      That's fine. | C'est très bien.
      I don't understand. | Je ne comprends pas.
      I don't know. | Je ne sais pas.
      I have no idea. | Je n'en ai aucune idée.
      How are you? | Comment allez-vous ?
      Very well, thank you. | Très bien, merci.
      And you? | Et vous ?
      What is your name? | Comment vous appelez-vous ?
      It's a pleasure to meet you. | C'est un plaisir de vous rencontrer.
      Where do you come from? | D'où venez-vous ?
      How old are you? | Quel âge avez-vous ?
      What time is it? | Quelle heure est-il ?
      What day is it today? | Quel jour sommes-nous ?
      What is the date today? | Quelle est la date d'aujourd'hui ?
      What does this word mean? | Que veut dire ce mot ?
      How do you spell that? | Comment est-ce que cela s'écrit ?
      Could you speak more slowly, please? | Pourriez-vous parler plus lentement, s'il vous plaît ?
      Could you repeat that, please? | Pourriez-vous répéter, s'il vous plaît ?
      Could you write it down, please? | Pourriez-vous l'écrire, s'il vous plaît ?
      Help! | Au secours !
      Stop thief! | Au voleur !
      Fire! | Au feu !
      Watch out! | Attention !
      Call the police! | Appelez la police !
      Call an ambulance! | Appelez une ambulance !
      Call the fire brigade! | Appelez les pompiers !
      It's an emergency. | C'est une urgence.
      I need help. | J'ai besoin d'aide.
      I need a doctor. | J'ai besoin d'un médecin.
      Can you help me? | Pouvez-vous m'aider ?
      There has been an accident. | Il y a eu un accident.
      Leave me alone! | Laissez-moi tranquille !
      The bill, please. | L'addition, s'il vous plaît.
      Enjoy your meal! | Bon appétit !
      Cheers! | Santé !
      Have a good journey! | Bon voyage !
      Have a nice day! | Bonne journée !
      Have a nice evening! | Bonne soirée !
      Have a good weekend! | Bon week-end !
      Happy birthday! | Joyeux anniversaire !
      Merry Christmas! | Joyeux Noël !
      Happy New Year! | Bonne année !
      Congratulations! | Félicitations !
      Good luck! | Bonne chance !
      Get well soon! | Bon rétablissement !
      Welcome! | Bienvenue !
      What a pity! | Quel dommage !
      What a surprise! | Quelle surprise !
      It doesn't matter. | Cela ne fait rien.
      Don't worry. | Ne vous inquiétez pas.
      I am sorry. | Je regrette.
      Sorry, I am late. | Pardon, je suis en retard.
      No problem. | Pas de problème.
      With pleasure. | Avec plaisir.
      As you like. | Comme vous voulez.
      It depends. | Cela dépend.
      Perhaps. | Peut-être.
      What do you recommend? | Que recommandez-vous ?
      What is today's special? | Quel est le plat du jour ?
      Is service included? | Est-ce que le service est compris ?
      Keep the change. | Gardez la monnaie.
      Do you take credit cards? | Acceptez-vous les cartes bancaires ?
      I'm just looking, thank you. | Je regarde seulement, merci.
      Anything else? | Et avec cela ?
      That's all, thank you. | C'est tout, merci.
      It's too expensive. | C'est trop cher.
      Where are the fitting rooms? | Où sont les cabines d'essayage ?
      Where are the toilets, please? | Où sont les toilettes, s'il vous plaît ?
      Is this seat free? | Est-ce que cette place est libre ?
      Where can I buy a ticket? | Où est-ce que je peux acheter un billet ?
      We are lost. | Nous sommes perdus.
      Is it far? | Est-ce que c'est loin ?
      It's very near. | C'est tout près.
      Go straight on. | Allez tout droit.
      Turn around. | Faites demi-tour.
      The line is engaged. | La ligne est occupée.
      Hold the line, please. | Ne quittez pas, s'il vous plaît.
      You have the wrong number. | Vous avez composé un mauvais numéro.
      Who is calling? | Qui est à l'appareil ?
      Can I leave a message? | Est-ce que je peux laisser un message ?
      What is the weather like? | Quel temps fait-il ?
      It's freezing. | Il gèle.
      What do you do for a living? | Que faites-vous dans la vie ?
      Make yourself at home. | Faites comme chez vous.
      Come in! | Entrez !
      Sit down, please. | Asseyez-vous, s'il vous plaît.
      Follow me, please. | Suivez-moi, s'il vous plaît.
      One moment, please. | Un instant, s'il vous plaît.
      Hurry up! | Dépêchez-vous !
      Let's go! | Allons-y !
      I agree. | Je suis d'accord.
      I don't agree. | Je ne suis pas d'accord.
      You are right. | Vous avez raison.
      I think so. | Je crois que oui.
      I don't think so. | Je crois que non.
      I hope so. | J'espère que oui.
      It's delicious! | C'est délicieux !
      We have plenty of time. | Nous avons tout notre temps.
      I don't have time. | Je n'ai pas le temps.
      Nothing at all. | Rien du tout.
      Everything is fine. | Tout va bien.
      What is happening? | Que se passe-t-il ?
      Who is it? | Qui est-ce ?
      Why not? | Pourquoi pas ?
      Since when? | Depuis quand ?
      Nobody came. | Personne n'est venu.
      Nothing has changed. | Rien n'a changé.
      I can't see anything. | Je ne vois rien.
      I can't hear anything. | Je n'entends rien.
      """;

  /** Slots | English | French; a line that begins with a bar continues the row. */
  static final String TEMPLATES =
      """
      # --- Finding the way ---
      x:sight | Where is {the x}?
        | Où est {le x} ?
      o:opener x:sight | {o}, where is {the x}?
        | {o}, où est {le x} ?
      x:sight e:closer | Where is {the x}, {e}?
        | Où est {le x}, {e} ?
      o:opener x:amenity | {o}, is there {a x} near here?
        | {o}, y a-t-il {un x} près d'ici ?
      x:amenity y:sight | Is there {a x} near {the y}?
        | Y a-t-il {un x} près {de le y} ?
      x:amenity | There isn't {a x} near here.
        | Il n'y a pas de {x} près d'ici.
      x:amenity y:sight q:near | There is {a x} {q} {the y}.
        | Il y a {un x} {q le y}.
      o:opener x:venue | {o}, how do I get to {the x}?
        | {o}, pour aller {à le x} ?
      x:venue | Could you tell me how to get to {the x}?
        | Pourriez-vous me dire comment aller {à le x} ?
      x:sight | Can you show me {the x} on the map?
        | Pouvez-vous me montrer {le x} sur la carte ?
      x:sight y:sight q:preposition | {the x} is {q} {the y}.
        | {le x} est {q le y}.
      x:sight y:sight | Is {the x} far from {the y}?
        | Est-ce que {le x} est loin {de le y} ?
      x:sight y:sight z:sight | {the x} is between {the y} and {the z}.
        | {le x} est entre {le y} et {le z}.
      x:sight q:direction | Turn {q} after {the x}.
        | Tournez {q} après {le x}.
      x:sight q:direction | Go straight on, then turn {q} at {the x}.
        | Continuez tout droit, puis tournez {q} {à le x}.
      i:ordinalf q:direction y:sight | Take the {i} street on the {q} after {the y}.
        | Prenez la {i} rue {q} après {le y}.
      x:sight q:sideof | You will see {the x} {q}.
        | Vous verrez {le x} {q}.
      x:sight n:5..45/5 e:onfoot | {the x} is {n} minutes from here {e}.
        | {le x} est à {n} minutes d'ici {e}.
      x:venue n:2..15 | {the x} is {n} kilometres from the village.
        | {le x} est à {n} kilomètres du village.
      x:venue y:stopping | Which {y} goes to {the x}?
        | {quel y} va {à le x} ?
      x:venue n:2..98 | Take the number {digits n} bus to {the x}.
        | Prenez le bus numéro {digits n} jusqu'{à le x}.
      s:any x:sight q:near | {s} {be s} {q} {the x}.
        | {s} {être s pres} {q le x}.
      s:any x:amenity y:sight | {s} {be s} looking for {a x} near {the y}.
        | {s} {chercher s pres} {un x} près {de le y}.
      x:sight | Do you know where {the x} is?
        | Savez-vous où est {le x} ?
      s:any x:sight | {s} {do s}n't know where {the x} is.
        | {s} {savoir s pres -pas} où est {le x}.
      x:crossable y:sight | Cross {the x} and you will see {the y}.
        | Traversez {le x} et vous verrez {le y}.
      s:any x:venue e:onfoot | {s} {be s} going to {the x} {e}.
        | {s} {aller s pres} {à le x} {e}.
      s:any x:venue t:future | {s} will go to {the x} {t}.
        | {s} {aller s fut} {à le x} {t}.
      s:known x:venue t:past | {s} went to {the x} {t}.
        | {s} {aller s pc} {à le x} {t}.
      s:known x:venue t:recent | {s} didn't go to {the x} {t}.
        | {s} {aller s pc -pas} {à le x} {t}.
      s:any x:venue g:frequency | {s} {g} {third go s} to {the x}.
        | {s} {aller s pres +g} {à le x}.
      s:anyone x:venue | {s} never {third go s} to {the x}.
        | {s} {aller s pres -jamais} {à le x}.
      s:askable x:venue t:soon | {be s} {s} going to {the x} {t}?
        | {ask aller s pres} {à le x} {t} ?
      s:any e:destination t:soon | {s} {be s} going {e} {t}.
        | {s} {aller s pres} {e} {t}.
      s:any e:whereabouts t:today | {s} {be s} {e} {t}.
        | {s} {être s pres} {e} {t}.
      s:known e:whereabouts t:recent | {s} {was s} {e} {t}.
        | {s} {être s impf} {e} {t}.
      s:known e:whereabouts | {s} {be s} not {e}.
        | {s} {être s pres -pas} {e}.
      i:ordinalm x:upstairs | {the x} is on the {i} floor.
        | {le x} est au {i} étage.

      # --- Travelling ---
      y:line c:city t:timetable | {the y} to {c} leaves at {t}.
        | {le y} pour {c} part à {t}.
      y:line c:city t:timetable | {the y} from {c} arrives at {t}.
        | {le y} {de c} arrive à {t}.
      y:line c:city j@y:order | What time does {the j y} to {c} leave?
        | À quelle heure part {le j y} pour {c} ?
      y:line c:city j@y:order t:timetable | {the j y} to {c} leaves at {t}.
        | {le j y} pour {c} part à {t}.
      y:line c:city | What time does {the y} from {c} arrive?
        | À quelle heure arrive {le y} {de c} ?
      y:line c:city p:punctuality | {the y} from {c} is {p}.
        | {le y} {de c} est {p}.
      y:line c:city n:5..55/5 | {the y} from {c} is {n} minutes late.
        | {le y} {de c} a {n} minutes de retard.
      y:line c:city | {the y} to {c} has been cancelled.
        | {le y} pour {c} a été {=annulé y}.
      y:line n:5..55/5 | {the y} leaves in {n} minutes.
        | {le y} part dans {n} minutes.
      y:line n:10..50/10 c:city | There is {a y} to {c} every {n} minutes.
        | Il y a {un y} pour {c} toutes les {n} minutes.
      y:stopping c:city | Does {this y} stop in {c}?
        | Est-ce que {ce y} s'arrête {à c} ?
      y:stopping c:city | {this y} doesn't stop in {c}.
        | {ce y} ne s'arrête pas {à c}.
      c:city n:2..24 | The train to {c} leaves from platform {digits n}.
        | Le train pour {c} part du quai {digits n}.
      c:city | Which platform does the train to {c} leave from?
        | De quel quai part le train pour {c} ?
      f:fare c:city | I would like a {f} to {c}, please.
        | Je voudrais un {f} pour {c}, s'il vous plaît.
      f:fare c:city | How much is a {f} to {c}?
        | Combien coûte un {f} pour {c} ?
      f:fare c:city p:price | A {f} to {c} costs {p}.
        | Un {f} pour {c} coûte {p}.
      n:2..9 c:city t:soon | {n} tickets to {c} for {t}, please.
        | {n} billets pour {c} pour {t}, s'il vous plaît.
      s:any n:2..5 c:city y:line | {s} {have s} booked {n} seats on {the y} to {c}.
        | {s} {avoir s pres} réservé {n} places dans {le y} pour {c}.
      s:anyone c:city | {s} {third have s} to change trains in {c}.
        | {s} {devoir s pres} changer de train {à c}.
      s:anyone y:line c:city | {s} missed {the y} to {c}.
        | {s} {rater s pc} {le y} pour {c}.
      s:any c:city e:means t:soon | {s} {be s} going to {c} {e} {t}.
        | {s} {aller s pres} {à c} {e} {t}.
      s:known c:country t:past | {s} went to {c} by plane {t}.
        | {s} {aller s pc} {à c} en avion {t}.
      s:known c:city e:means t:recent | {s} came back from {c} {e} {t}.
        | {s} {revenir s pc} {de c} {e} {t}.
      c:city d:city n:2..12 | The journey from {c} to {d} takes {n} hours.
        | Le trajet {de c} {à d} dure {n f} heures.
      c:city d:city | How long does the journey from {c} to {d} take?
        | Combien de temps dure le trajet {de c} {à d} ?
      s:known c:city n:2..28 | {s} stayed in {c} for {n} days.
        | {s} {rester s pc} {n} jours {à c}.
      s:any c:country t:season | {s} {be s} going to travel to {c} {t}.
        | {s} {aller s pres} voyager {à c} {t}.
      s:known c:city t:timetable | {s} arrived in {c} at {t}.
        | {s} {arriver s pc} {à c} à {t}.
      s:known c:city t:clock | {s} will arrive in {c} at {t}.
        | {s} {arriver s fut} {à c} à {t}.
      c:city t:soon | What is the best way to get to {c} {t}?
        | Quelle est la meilleure façon d'aller {à c} {t} ?

      # --- At the hotel ---
      h:roomtype n:2..14 | I would like {h} for {n} nights, please.
        | Je voudrais {h} pour {n f} nuits, s'il vous plaît.
      h:roomtype t:stayfor | Do you have {h} for {t}?
        | Avez-vous {h} pour {t} ?
      h:roomtype t:stayfor | We would like to book {h} for {t}.
        | Nous voudrions réserver {h} pour {t}.
      p:surname h:roomtype | I have booked {h} in the name of {p}.
        | J'ai réservé {h} au nom de {p}.
      h:roomtype p:price | {h} costs {p} a night.
        | {h} coûte {p} par nuit.
      h:roomtype | How much does {h} cost?
        | Combien coûte {h} ?
      n:101..499 | The key to room {digits n}, please.
        | La clé de la chambre {digits n}, s'il vous plaît.
      n:101..499 x:fixture | {the x} in room {digits n} {be x} not working.
        | {le x} de la chambre {digits n} ne {marcher x pres} pas.
      x:inroom y:room | {the x} in {the y} doesn't work.
        | {le x} {de le y} ne marche pas.
      x:fixture t:recent | {the x} in my room broke down {t}.
        | {le x} de ma chambre {tomber x pc} en panne {t}.
      x:furn,appliance y:houseroom | There isn't {a x} in {the y}.
        | Il n'y a pas de {x} dans {le y}.
      x:bathitem,tableware | Could you bring me {a x}, please?
        | Pourriez-vous m'apporter {un x}, s'il vous plaît ?
      n:2..6 x:bathitem,tableware+ | Could we have {n x}, please?
        | Pourrions-nous avoir {n x}, s'il vous plaît ?
      x:bathitem,tableware | We need another {x}.
        | Nous avons besoin d'{autre x}.
      x:mealtime y:priced | Is {x} included in the price of {the y}?
        | Est-ce que {le x} est {=compris x} dans le prix {de le y} ?
      x:mealtime q:mealdays | What time is {x} served {q}?
        | À quelle heure est servi {le x} {q} ?
      x:mealtime t:clock | {x} is served at {t}.
        | {le x} est servi à {t}.
      s:any n:2..14 x:opens,tourist q:near
        | {s} {be s} staying for {n} nights in a hotel {q} {the x}.
        | {s} {loger s pres} {n f} nuits dans un hôtel {q le x}.
      i:ordinalm s:any x:chamber | {poss s x} is on the {i} floor.
        | {poss s x} est au {i} étage.
      t:morning | Could you wake me up at {t}, please?
        | Pourriez-vous me réveiller à {t}, s'il vous plaît ?

      # --- At table ---
      x:mass,pluralfood | I would like {some x}, please.
        | Je voudrais {du x}, s'il vous plaît.
      s:any x:meal,drink | {s} would like {some x}.
        | {s} {vouloir s cond} {du x}.
      x:dish y:dish | I would like {a x} and {a y}, please.
        | Je voudrais {un x} et {un y}, s'il vous plaît.
      s:any x:dish | {s} {have s} ordered {a x}.
        | {s} {avoir s pres} commandé {un x}.
      s:any x:dish y:dish | {s} ordered {a x}, not {a y}.
        | {s} {commander s pc} {un x}, pas {un y}.
      x:meal,fruit,drink | Do you have any {x}?
        | Avez-vous {du x} ?
      x:meal,fruit,drink | I am sorry, there {be x}n't any {x} left.
        | Je regrette, il n'y a plus de {x}.
      x:meal,fruit,drink y:meal,fruit,drink | There {be x}n't any {x}, but there {be y} some {y}.
        | Il n'y a pas de {x}, mais il y a {du y}.
      s:any x:mass,pluralfood,cupful v@x:consume | {s} {do s}n't {v} any {x}.
        | {s} {v s pres -pas} de {x}.
      s:anyone x:mass,pluralfood,cupful v@x:consume | {s} never {v s} {x}.
        | {s} {v s pres -jamais} de {x}.
      s:any x:mass,pluralfood,cupful v@x:consume g:frequency | {s} {g} {v s} {x}.
        | {s} {v s pres +g} {du x}.
      s:any x:mass,pluralfood,cupful v@x:consume t:recent | {s} {v past} some {x} {t}.
        | {s} {v s pc} {du x} {t}.
      s:askable x:mass,pluralfood,cupful v@x:consume t:habit | {do s} {s} {v} {x} {t}?
        | {ask v s pres} {du x} {t} ?
      s:any x:breakfast | {s} always {third have s} {x} for breakfast.
        | {s} {prendre s pres} toujours {du x} au petit déjeuner.
      s:any x:mass,pluralfood | {s} {third like s} {x} a lot.
        | {s} {aimer s pres} beaucoup {le x}.
      s:any x:mass,pluralfood | {s} {do s}n't like {x}.
        | {s} {aimer s pres -pas} {le x}.
      s:askable x:mass,pluralfood | {do s} {s} like {x}?
        | {ask aimer s pres} {le x} ?
      s:any x:drink y:drink | {s} {third prefer s} {x} to {y}.
        | {s} {préférer s pres} {le x} {à le y}.
      s:any x:meal y:meal | {s} {third like s} {x} better than {y}.
        | {s} {aimer s pres} mieux {le x} que {le y}.
      x:meal,drink,dish j@x:temp g:degree | {this x} {be x} {g} {j}.
        | {ce x} {être x pres} {g} {j x}.
      x:meal,dish,drink j@x:taste | {this x} {be x} {j}.
        | {ce x} {être x pres} {j x}.
      x:meal,dish,drink j@x:p,g | {the x} {was x} not very {j}.
        | {le x} {être x impf -pas} très {j x}.
      x:origin j@x:nat s:any | {s} {third like s} {j} {x}.
        | {s} {aimer s pres} {le x j}.
      x:origin j@x:nat v@x:consume | Would you like to {v} some {j x}?
        | Voulez-vous {v vous inf} {du x j} ?
      x:mass,pluralfood | Would you like some more {x}?
        | Voulez-vous encore {du x} ?
      x:seasoning y:main | {the y} without {x}, please.
        | {le y} sans {x}, s'il vous plaît.
      x:table,tableware | Could you pass me {the x}, please?
        | Pourriez-vous me passer {le x}, s'il vous plaît ?
      x:starter y:main | I'll have {the x} as a starter, then {the y}.
        | Je prendrai {le x} en entrée, puis {le y}.
      s:any x:main | {s} will have {the x} as a main course.
        | {s} {prendre s fut} {le x} comme plat principal.
      s:any x:dessert | {s} will have {the x} for dessert.
        | {s} {prendre s fut} {le x} comme dessert.
      s:any x:allergen | {s} {be s} allergic to {x}.
        | {s} {être s pres} {=allergique s} {à le x}.
      x:meal | {be x} there any {x} in this dish?
        | Y a-t-il {du x} dans ce plat ?
      x:dish,meal | Who ordered {the x}?
        | Qui a commandé {le x} ?
      n:2..12 t:evening | We would like a table for {n} people at {t}.
        | Nous voudrions une table pour {n} personnes à {t}.
      p:surname n:2..12 t:soon | I have booked a table for {n} for {t} in the name of {p}.
        | J'ai réservé une table pour {n} pour {t} au nom de {p}.
      x:glassful | A glass of {x}, please.
        | Un verre {de x}, s'il vous plaît.
      n:2..9 x:glassful | {n} glasses of {x}, please.
        | {n} verres {de x}, s'il vous plaît.
      x:bottled y:dish | I would like a bottle of {x} and {a y}, please.
        | Je voudrais une bouteille {de x} et {un y}, s'il vous plaît.
      s:any x:cupful t:recent | {s} drank a cup of {x} {t}.
        | {s} {boire s pc} une tasse {de x} {t}.
      x:sliced s:any | {s} would like a slice of {x}.
        | {s} {vouloir s cond} une tranche {de x}.
      s:any x:meal t:soon | {s} {be s} going to cook {some x} {t}.
        | {s} {aller s pres} préparer {du x} {t}.
      s:anyone x:meal | {s} {third need s} {some x} for dinner.
        | Pour le dîner, {s} {avoir s pres} besoin {de x}.

      # --- Shopping ---
      q:quantity x:kilo | {q} of {x}, please.
        | {q} {de x}, s'il vous plaît.
      q:quantity x:kilo | Give me {q} of {x}, please.
        | Donnez-moi {q} {de x}, s'il vous plaît.
      s:any q:quantity x:kilo t:recent | {s} bought {q} of {x} {t}.
        | {s} {acheter s pc} {q} {de x} {t}.
      x:kilo p:kiloprice | {the x} {cost x} {p} a kilo.
        | {le x} {coûter x pres} {p} le kilo.
      x:kilo | How much is a kilo of {x}?
        | Combien coûte un kilo {de x} ?
      x:wear,wearp,item,souvenir,gift* | How much {be x} {this x}?
        | Combien {coûter x pres} {ce x} ?
      x:wear,wearp,item,souvenir,gift* p:price | {this x} {cost x} {p}.
        | {ce x} {coûter x pres} {p}.
      x:wear,wearp,item j@x:colour* p:price | {the j x} {cost x} {p}.
        | {le j x} {coûter x pres} {p}.
      s:any x:wear,wearp,item j@x:colour | {s} {be s} looking for {a j x}.
        | {s} {chercher s pres} {un j x}.
      s:any x:wear,wearp,gift j@x:look | {s} would like {a j x}.
        | {s} {vouloir s cond} {un j x}.
      x:wear,wearp,item j@x:size k@x:colour | I would like {a j k x}, please.
        | Je voudrais {un j k x}, s'il vous plaît.
      s:any x:wear,wearp,item j@x:look k@x:colour t:past | {s} bought {a j k x} {t}.
        | {s} {acheter s pc} {un j k x} {t}.
      s:any x:wear,wearp,item,gift j@x:mat | {s} {be s} looking for {a j x}.
        | {s} {chercher s pres} {un j x}.
      x:wear,wearp,item,furn,gift j@x:mat p:price | {this j x} {cost x} {p}.
        | {ce j x} {coûter x pres} {p}.
      x:wear,wearp j@x:colour | Do you have {this x} in {j}?
        | Avez-vous {ce x} en {j} ?
      x:wear,wearp q:size | Do you have {this x} in {q}?
        | Avez-vous {ce x} dans {q} ?
      x:wear,wearp j@x:look | Can I try on {this j x}?
        | Est-ce que je peux essayer {ce j x} ?
      x:wear,wearp,item j@x:size k@x:colour | I'll take {the j k x}, please.
        | Je prends {le j k x}, s'il vous plaît.
      x:wear,wearp,item,furn,luggage j@x:excess g:excess | {this x} {be x} {g} {j}.
        | {ce x} {être x pres} {g} {j x}.
      x:wear,wearp,luggage,furn j@x:excess | {this x} {be x} too {j} for me.
        | {ce x} {être x pres} trop {j x} pour moi.
      x:wear y:wear j@x:g | {the x} {be x} {j er} than {the y}.
        | {le x} {être x pres} {comparatif j x} que {le y}.
      x:wear,item,vehicle,furn j@x:g k@x:colour k2@x:colour
        | {the k x} {be x} {j er} than {the k2 x}.
        | {le k x} {être x pres} {comparatif j x} que {le k2 x}.
      x:wear,wearp,item,vehicle,furn j@x:g | {this x} {be x} {j er} than the other {x}.
        | {ce x} {être x pres} {comparatif j x} que {l'autre x}.
      x:wear,wearp,item,souvenir,furn* o:owner | {the x} {be x} {o}.
        | {le x} {être x pres} {o}.
      x:wear,wearp,item,furn,vehicle j@x:colour o:owner | {the j x} {be x} {o}.
        | {le j x} {être x pres} {o}.
      x:wear,wearp,item,mine,minep* | Whose {x} {be x} {deictic x}?
        | À qui {être x pres} {ce x} ?
      x:wear,wearp,item,furn j@x:colour k@x:colour | Do you prefer {the j x} or {one k x}?
        | Préférez-vous {le j x} ou {seul k x} ?
      s:any x:wear,wearp,item,furn j@x:colour k@x:colour
        | {s} {third prefer s} {the j x} to {one k x}.
        | {s} {préférer s pres} {le j x} {à seul k x}.
      x:wear,wearp,item,gift,animal,house j@x:look,g | What {a j x}!
        | {quel j x} !
      x:souvenir,wear,gift+ | Do you sell {x}?
        | Vendez-vous {un x} ?
      n:2..30 x:souvenir,item+ | I would like {n x}, please.
        | Je voudrais {n x}, s'il vous plaît.
      s:any n:2..6 x:souvenir,item+ t:recent | {s} bought {n x} {t}.
        | {s} {acheter s pc} {n x} {t}.
      n:2..99 | That will be {n} euros, please.
        | Cela fait {n} euros, s'il vous plaît.
      p:price | That comes to {p}.
        | Cela fait {p}.
      n:2..99 | I only have {n} euros.
        | Je n'ai que {n} euros.
      s:any n:21..199 x:wear,wearp,item | {s} paid {n} euros for {this x}.
        | {s} {payer s pc} {ce x} {n} euros.
      e:payment x:kilo,wear,wearp,item | Can I pay for {this x} {e}?
        | Est-ce que je peux payer {ce x} {e} ?
      s:any x:gift,readable z:kin | {s} bought {a x} for {poss s z}.
        | {s} {acheter s pc} {un x} pour {poss s z}.
      s:any x:gift,readable z:kin t:soon | {s} {be s} going to buy {a x} for {poss s z} {t}.
        | {s} {aller s pres} acheter {un x} pour {poss s z} {t}.
      s:any x:gift,wear,item y:mart | {s} bought {this x} at {the y}.
        | {s} {acheter s pc} {ce x} {à le y}.
      s:anyone x:item,bathitem,remedy,device | {s} {third need s} {a x}.
        | {s} {avoir s pres} besoin {de un x}.
      x:wear,wearp,item* | {this x} {be x} on special offer.
        | {ce x} {être x pres} en promotion.
      x:citywide c:city j@x:look,g | It's the most {j} {x} in {c}.
        | C'est {plus x j} {de c}.

      # --- Things and what one does with them ---
      s:any x:object* v@x:plan | {s} would like to {v} {the x}.
        | {s} {vouloir s cond} {v s inf} {le x}.
      s:anyone x:object* v@x:plan | {s} {third want s} to {v} {this x}.
        | {s} {vouloir s pres} {v s inf} {ce x}.
      s:anyone x:object* v@x:plan | {s} {third have s} to {v} {the x}.
        | {s} {devoir s pres} {v s inf} {le x}.
      s:anyone x:object* v@x:plan | {s} can't {v} {the x}.
        | {s} {pouvoir s pres -pas} {v s inf !} {le x}.
      s:askable x:object* v@x:plan | Can {s} {v} {the x}?
        | {ask pouvoir s pres} {v s inf} {le x} ?
      s:any x:object* v@x:plan t:coming | {s} will {v} {the x} {t}.
        | {s} {v s fut} {le x} {t}.
      s:anyone x:object* v@x:plan | {s} will not {v} {the x}.
        | {s} {v s fut -pas} {le x}.
      s:any x:object* v@x:plan t:soon | {s} {be s} going to {v} {the x} {t}.
        | {s} {aller s pres} {v s inf} {le x} {t}.
      s:any x:object* v@x:plan | {s} {be s} not going to {v} {the x}.
        | {s} {aller s pres -pas} {v s inf !} {le x}.
      s:any x:object* v@x:trans t:recent | {s} {v past} {the x} {t}.
        | {s} {v s pc} {le x} {t}.
      s:any x:object* v@x:trans | {s} didn't {v} {the x}.
        | {s} {v s pc -pas} {le x}.
      s:any x:object* v@x:trans | {s} {have s} already {v pp} {this x}.
        | {s} {v s pc +déjà} {ce x}.
      s:any x:object* v@x:plan | {s} {have s}n't {v pp} {the x} yet.
        | {s} {v s pc -pas_encore} {le x}.
      s:any x:object* v@x:plan | {s} {have s} just {v pp} {the x}.
        | {s} {venir s pres} de {v s inf} {le x}.
      s:any x:object* v@x:dur | {s} {be s} {v ing} {the x}.
        | {s} {v s pres} {le x}.
      s:any x:object* v@x:dur i:interruption | {s} {was s} {v ing} {the x} when {i}.
        | {s} {v s impf} {le x} quand {i}.
      s:askable x:object* v@x:trans | Did {s} {v} {the x}?
        | {ask v s pc} {le x} ?
      s:askable x:object* v@x:plan t:soon | Will {s} {v} {the x} {t}?
        | {ask v s fut} {le x} {t} ?
      s:askable x:object* v@x:plan | Why did {s} {v} {this x}?
        | Pourquoi {ask v s pc} {ce x} ?
      s:askable x:object* v@x:plan | When {be s} {s} going to {v} {the x}?
        | Quand {ask aller s pres} {v s inf} {le x} ?
      x:object* v@x:plan | Who {v past} {the x}?
        | Qui {v qui pc} {le x} ?
      x:object* v@x:req | Could you {v} {this x}, please?
        | Pourriez-vous {v vous inf} {ce x}, s'il vous plaît ?
      x:object* v@x:req | Please {v} {the x}.
        | {v vous pres} {le x}, s'il vous plaît.
      x:object* v@x:req | Don't {v} {the x}, please.
        | {v vous pres -pas} {le x}, s'il vous plaît.
      x:object* v@x:plan | You mustn't {v} {the x}.
        | Il ne faut pas {v vous inf} {le x}.
      x:object* v@x:serv | Is it possible to {v} {the x} here?
        | Est-ce qu'il est possible de {v vous inf} {le x} ici ?
      s:any x:object* v@x:plan z:kin | {poss s z} is going to {v} {the x}.
        | {poss s z} va {v z inf} {le x}.

      # --- Pronouns for things already named ---
      x:mine,minep* s:anyone | {poss s x}? {s} can't find {it x}.
        | {poss s x} ? {s} ne {l x} {trouver s pres} pas.
      x:object* s:any v@x:trans t:recent | {the x}? {s} {v past ^x} {t}.
        | {le x} ? {s} {v s pc ^x} {t}.
      x:object* s:any v@x:plan t:coming | {the x}? {s} will {v base ^x} {t}.
        | {le x} ? {s} {v s fut ^x} {t}.
      x:object* s:any v@x:plan | {the x}? {s} {have s} already {v pp ^x}.
        | {le x} ? {s} {v s pc ^x +déjà}.
      x:object* s:any v@x:plan | {the x}? {s} {have s} just {v pp ^x}.
        | {le x} ? {s} {venir s pres} de {v s inf ^x}.
      x:object* s:anyone v@x:plan | {the x}? {s} can't {v base ^x}.
        | {le x} ? {s} {pouvoir s pres -pas} {v s inf ! ^x}.
      x:object* s:any v@x:plan | {the x}? {s} {third want s} to {v base ^x}.
        | {le x} ? {s} {vouloir s pres} {v s inf ^x}.
      x:object* s:any v@x:trans | {the x}? {s} didn't {v base ^x}.
        | {le x} ? {s} {v s pc ^x -pas}.
      x:wear,wearp,item s:any j@x:colour | {the j x}? {s} didn't see {it x}.
        | {le j x} ? {s} {voir s pc ^x -pas}.
      x:wear,wearp,item,gift j@x:look | I like {this j x}, I'll take {it x}.
        | J'aime bien {ce j x}, je {l x} prends.
      x:wear,wearp,luggage j@x:excess g:excess | I won't take {this x}, {they x} {be x} {g} {j}.
        | Je ne prends pas {ce x}, {il x} {être x pres} {g} {j x}.
      x:mine,minep,tableware* | Here {be x} {the x}, give {it x} to me, please.
        | Voici {le x}, donnez{-le x}-moi, s'il vous plaît.
      x:mine,minep,wear,wearp* y:surface | If you find {the x}, put {it x} on {the y}.
        | Si vous trouvez {le x}, mettez{-le x} sur {le y}.
      x:countkin,vehicle,animal+ s:any | How many {x} {do s} {s} have?
        | Combien {de x} {ask avoir s pres} ?
      n:2..12 x:item,bathitem,wear+ s:any | {x}? {s} {third have s} {n} of them.
        | {un x} ? {s} en {avoir s pres} {n}.
      x:mass,pluralfood s:any | {x}? {s} {do s}n't have any left.
        | {du x} ? {s} n'en {avoir s pres} plus.
      x:venue t:past s:known | {the x}? {s} went there {t}.
        | {le x} ? {s} {aller s pc ^y} {t}.
      x:venue t:coming s:any | {the x}? {s} {be s} going there {t}.
        | {le x} ? {s} {aller s pres ^y} {t}.
      c:city s:any g:frequency | {c}? {s} {g} {third go s} there.
        | {c} ? {s} {aller s pres ^y +g}.
      s:any x:gift,readable t:recent | {s} gave him {a x} {t}.
        | {s} {donner s pc ^lui} {un x} {t}.
      s:any x:paper,souvenir,readable t:coming | {s} will show them {the x} {t}.
        | {s} {montrer s fut ^leur} {le x} {t}.

      # --- Losing, forgetting, borrowing ---
      s:any x:mine,minep v@x:mishap t:recent | {s} {v past} {poss s x} {t}.
        | {s} {v s pc} {poss s x} {t}.
      s:any x:mine,minep v@x:mishap | {s} {have s} {v pp} {poss s x} again.
        | {s} {v s pc +encore} {poss s x}.
      s:any x:mine,minep,luggage,warmwear p:publictransport | {s} left {poss s x} {p}.
        | {s} {oublier s pc} {poss s x} {p}.
      x:mine,minep,mine2,luggage p:publictransport | Somebody stole my {x} {p}.
        | On m'a volé {mon x} {p}.
      x:mine,minep,luggage,warmwear* | Don't forget your {x}.
        | N'oubliez pas {votre x}.
      x:mine,minep,luggage,warmwear* | Have you seen my {x}?
        | Avez-vous vu {mon x} ?
      x:mine,minep,wear,wearp* | Where {be x} my {x}?
        | Où {être x pres} {mon x} ?
      s:any x:mine,minep,warmwear* | {s} {be s} looking for {poss s x}.
        | {s} {chercher s pres} {poss s x}.
      s:any x:mine,minep,warmwear* t:recent | {s} found {poss s x} {t}.
        | {s} {trouver s pc} {poss s x} {t}.
      x:ontable,ontablep,tableware* y:surface q:spot s:any | {poss s x} {be x} {q} {the y}.
        | {poss s x} {être x pres} {q le y}.
      x:lendable | Could you lend me your {x}, please?
        | Pourriez-vous me prêter {votre x}, s'il vous plaît ?
      s:any x:lendable z:kin t:recent | {s} lent {poss s x} to {poss s z} {t}.
        | {s} {prêter s pc} {poss s x} à {poss s z} {t}.
      s:any x:lendable z:kin | {s} borrowed {the x} from {poss s z}.
        | {s} {emprunter s pc} {le x} à {poss s z}.
      x:device,vehicle,fragile* s:any | {poss s x} {be x} broken.
        | {poss s x} {être x pres} {=cassé x}.

      # --- What people do ---
      s:any v:act t:habit | {s} {v s} {t}.
        | {s} {v s pres} {t}.
      s:any v:act g:frequency | {s} {g} {v s}.
        | {s} {v s pres +g}.
      s:anyone v:act | {s} never {v s}.
        | {s} {v s pres -jamais}.
      s:any v:out | {s} {do s}n't {v} in winter.
        | {s} {v s pres -pas} en hiver.
      s:any v:act | {s} no longer {v s}.
        | {s} {v s pres -plus}.
      s:known v:act t:recent | {s} {v past} {t}.
        | {s} {v s pc} {t}.
      s:known v:act t:recent | {s} didn't {v} {t}.
        | {s} {v s pc -pas} {t}.
      s:anyone v:act t:coming | {s} will {v} {t}.
        | {s} {v s fut} {t}.
      s:anyone v:act t:coming | {s} won't {v} {t}.
        | {s} {v s fut -pas} {t}.
      s:any v:act t:soon | {s} {be s} going to {v} {t}.
        | {s} {aller s pres} {v s inf} {t}.
      s:any v:act,dur e:company | {s} would like to {v} {e}.
        | {s} {vouloir s cond} {v s inf} {e}.
      s:any v:act t:soon | {s} {do s}n't want to {v} {t}.
        | {s} {vouloir s pres -pas} {v s inf !} {t}.
      s:anyone v:act t:soon | {s} {third have s} to {v} {t}.
        | {s} {devoir s pres} {v s inf} {t}.
      s:anyone v:act | {s} can't {v} today.
        | {s} {pouvoir s pres -pas} {v s inf !} aujourd'hui.
      s:any v:act,dur e:company | {s} {third like s} to {v} {e}.
        | {s} {aimer s pres} {v s inf} {e}.
      s:any v:act | {s} {third hate s} {v ing}.
        | {s} {détester s pres} {v s inf}.
      s:any v:act w:act | {s} {third prefer s} to {v} rather than {w}.
        | {s} {préférer s pres} {v s inf} plutôt que de {w s inf}.
      s:askable v:act t:habit | {do s} {s} {v} {t}?
        | {ask v s pres} {t} ?
      s:askable v:act t:soon | {be s} {s} going to {v} {t}?
        | {ask aller s pres} {v s inf} {t} ?
      s:askable v:act | Why {do s}n't {s} {v}?
        | Pourquoi {ask v s pres -pas} ?
      v:act,dur e:invite | Would you like to {v} {e}?
        | Voulez-vous {v vous inf} {e} ?
      s:any v:act,dur | {s} {be s} {v ing} at the moment.
        | {s} {être s pres} en train de {v s inf}.
      s:any v:act,dur i:interruption | {s} {was s} {v ing} when {i}.
        | {s} {v s impf} quand {i}.
      s:any v:out t:warmseason | {s} used to {v} {t}.
        | {s} {v s impf} {t}.
      s:any v:act,dur | Before, {s} used to {v} more often.
        | Avant, {s} {v s impf +plus_souvent}.
      s:pronoun v:out f:skyfine | If {f}, {s} will {v}.
        | Si {f}, {s} {v s fut}.
      s:pronoun v:out f:skycold | If {f}, {s} won't {v}.
        | Si {f}, {s} {v s fut -pas}.
      s:pronoun v:home f:skycold | If {f}, {s} will {v}.
        | Si {f}, {s} {v s fut}.
      s:pronoun v:act,dur | If {s} had more time, {s} would {v}.
        | Si {s} {avoir s impf} plus de temps, {s} {v s cond}.
      s:pronoun v:out f:reason | {s} can't {v} because {f}.
        | {s} {pouvoir s pres -pas} {v s inf !} parce que {f}.
      s:any v:act f:reason2 | {s} won't {v} because {f}.
        | {s} {v s fut -pas} parce que {f}.
      s:pronoun v:out f:skybadpast | {s} didn't want to {v} because {f}.
        | {s} {vouloir s impf -pas} {v s inf !} parce que {f}.
      s:known v:act t:recent r:name | {r} says that {s} {v past} {t}.
        | {r} dit que {s} {v s pc} {t}.
      s:anyone v:act t:coming r:any | {r} {third hope r} that {s} will {v} {t}.
        | {r} {espérer r pres} que {s} {v s fut} {t}.
      s:askable v:act t:soon | Do you know if {s} {be s} going to {v} {t}?
        | Savez-vous si {s} {aller s pres} {v s inf} {t} ?

      # --- People ---
      p:surname s:name | My name is {s} {p}.
        | Je m'appelle {s} {p}.
      s:name p:surname | {s} {p} speaking.
        | {s} {p} à l'appareil.
      z:kinm s:namem | This is my {z} {s}.
        | Voici {mon z} {s}.
      z:kinf s:namef | This is my {z} {s}.
        | Voici {mon z} {s}.
      z:kinm s:namem | My {z}'s name is {s}.
        | {mon z} s'appelle {s}.
      z:kinf s:namef | My {z}'s name is {s}.
        | {mon z} s'appelle {s}.
      z:kin | What is your {z}'s name?
        | Comment s'appelle {votre z} ?
      z:kin s:known | How old is {poss s z}?
        | Quel âge a {poss s z} ?
      s:any n:18..95 | {s} {be s} {n} years old.
        | {s} {avoir s pres} {n} ans.
      z:kin s:any n:18..95 | {poss s z} is {n} years old.
        | {poss s z} a {n} ans.
      s:known d:city n:1950..1999 | {s} {was s} born in {d} in {digits n}.
        | {s} {naître s pc} {à d} en {digits n}.
      s:known t:date n:1950..1999 | {s} {was s} born on {t} {digits n}.
        | {s} {naître s pc} le {t} {digits n}.
      s:any c:city | {s} {third come s} from {c}.
        | {s} {venir s pres} {de c}.
      s:any c:country | {s} {third come s} from {c}.
        | {s} {venir s pres} {de c}.
      s:any c:city | {s} {third live s} in {c}.
        | {s} {habiter s pres} {à c}.
      s:any c:country | {s} {third live s} in {c}.
        | {s} {habiter s pres} {à c}.
      s:any c:city n:2..30 | {s} {have s} lived in {c} for {n} years.
        | {s} {habiter s pres} {à c} depuis {n} ans.
      s:any c:country n:1985..2022 | {s} {have s} lived in {c} since {digits n}.
        | {s} {habiter s pres} {à c} depuis {digits n}.
      s:any c:city n:2..30 | {n} years ago, {s} lived in {c}.
        | Il y a {n} ans, {s} {habiter s impf} {à c}.
      s:any c:city | {s} no longer {third live s} in {c}.
        | {s} {habiter s pres -plus} {à c}.
      s:askable c:city | {do s} {s} live in {c}?
        | {ask habiter s pres} {à c} ?
      s:known c:country | {s} {have s} never been to {c}.
        | {s} {aller s pc -jamais} {à c}.
      s:third j:job | {s} {be s} a {j}.
        | {s} {être s pres} {j s}.
      s:third j:job c:city | {s} {be s} a {j} in {c}.
        | {s} {être s pres} {j s} {à c}.
      z:kin j:job | Is your {z} a {j}?
        | Est-ce que {votre z} est {j z} ?
      s:third j:job | {s} {third want s} to become a {j}.
        | {s} {vouloir s pres} devenir {j s}.
      s:known j:citizen | {s} {be s} {j}.
        | {s} {être s pres} {j s}.
      s:third j:citizen c:city | {s} {be s} {j}, but {they s} {third live s} in {c}.
        | {s} {être s pres} {j s}, mais {il s} {habiter s pres} {à c}.
      p:language e:fluency s:any | {s} {third speak s} {p} {e}.
        | {s} {parler s pres} {e} le {p}.
      p:language s:any | {s} {do s}n't speak {p}.
        | {s} {parler s pres -pas} {p}.
      p:language s:ownask | {do s} {s} speak {p}?
        | {ask parler s pres} {p} ?
      p:language s:any n:2..15 | {s} {have s} been learning {p} for {n} years.
        | {s} {apprendre s pres} le {p} depuis {n} ans.
      s:known j:human | {s} {be s} {j}.
        | {s} {être s pres} {j s}.
      s:known j:human,g g:intensity | {s} {be s} {g} {j}.
        | {s} {être s pres} {g} {j s}.
      s:known j:state t:recent | {s} {was s} {j} {t}.
        | {s} {être s impf} {j s} {t}.
      s:known j:state | {s} {be s} not {j} today.
        | {s} {être s pres -pas} {j s} aujourd'hui.
      s:known j:prevent | {s} {be s} too {j} to go out.
        | {s} {être s pres} trop {j s} pour sortir.
      s:known j:status | {s} {be s} {j}.
        | {s} {être s pres} {j s}.
      s:third j:human,g r:family | {s} {be s} {j er} than {r}.
        | {s} {être s pres} {comparatif j s} que {r}.
      s:known j:human,g r:family | {s} {be s} as {j} as {r}.
        | {s} {être s pres} aussi {j s} que {r}.
      j:state o:madam | Are you {j}, {o}?
        | Êtes-vous {j madame}, {o} ?
      j:state o:sir | Are you {j}, {o}?
        | Êtes-vous {j}, {o} ?
      s:any p:sensation | {s} {be s} {p}.
        | {s} {avoir s pres} {p}.
      s:any x:countkin+ n:2..7 | {s} {third have s} {n x}.
        | {s} {avoir s pres} {n x}.
      s:any x:countkin | {s} {do s}n't have {a x}.
        | {s} {avoir s pres -pas} de {x}.
      s:third z:kin | {s} {third know s} my {z} well.
        | {s} {connaître s pres} bien {mon z}.
      s:askable z:kin | {do s} {s} know my {z}?
        | {ask connaître s pres} {mon z} ?
      s:any z:kin t:recent | {s} phoned {poss s z} {t}.
        | {s} {téléphoner s pc} à {poss s z} {t}.
      z:kin e:whereabouts s:any | {poss s z} is {e}.
        | {poss s z} est {e}.
      z:kin s:any x:works n:2..30 | {poss s z} has been working at {the x} for {n} years.
        | {poss s z} travaille {à le x} depuis {n} ans.
      s:any x:works | {s} {third work s} at {the x}.
        | {s} {travailler s pres} {à le x}.
      s:any x:works | {s} no longer {third work s} at {the x}.
        | {s} {travailler s pres -plus} {à le x}.
      s:any x:staff t:recent | {s} spoke to {the x} {t}.
        | {s} {parler s pc} {à le x} {t}.
      x:expert,staff | Could I speak to {the x}, please?
        | Pourrais-je parler {à le x}, s'il vous plaît ?

      # --- Dates and times ---
      t:clock | It is {t}.
        | Il est {t}.
      t:evening x:event | {the x} begins at {t}.
        | {le x} commence à {t}.
      t:morning u:evening x:workevent,show2 | {the x} begins at {t} and ends at {u}.
        | {le x} commence à {t} et finit à {u}.
      x:event,show2 | What time does {the x} begin?
        | À quelle heure commence {le x} ?
      x:opens | What time does {the x} open?
        | À quelle heure ouvre {le x} ?
      x:opens | What time does {the x} close?
        | À quelle heure ferme {le x} ?
      x:opens t:morning u:evening | {the x} is open from {t} to {u}.
        | {le x} est {=ouvert x} de {t} à {u}.
      x:opens t:day | {the x} is closed on {t}s.
        | {le x} est {=fermé x} le {t}.
      x:opens t:day | Is {the x} open on {t}s?
        | Est-ce que {le x} est {=ouvert x} le {t} ?
      x:opens t:morning | {the x} opens at {t}.
        | {le x} ouvre à {t}.
      t:day p:date | Today is {t} {p}.
        | Aujourd'hui, nous sommes le {t} {p}.
      p:date z:kin | My {z}'s birthday is on {p}.
        | L'anniversaire {de mon z} est le {p}.
      p:date n:2020..2035 x:event | {the x} will be held on {p} {digits n}.
        | {le x} aura lieu le {p} {digits n}.
      t:day q:partofday x:event,workevent | {the x} is on {t} {q}.
        | {le x} a lieu {t} {q}.
      x:event,workevent t:day | {the x} has been postponed to {t}.
        | {le x} a été {=reporté x} à {t}.
      t:day u:clock | See you on {t} at {u}.
        | À {t}, {u}.
      t:evening x:sight q:near u:day | Let's meet on {u} at {t} {q} {the x}.
        | Retrouvons-nous {u} à {t} {q le x}.
      x:expert s:any t:day u:evening | {s} {third have s} an appointment with {the x} on {t} at {u}.
        | {s} {avoir s pres} rendez-vous avec {le x} {t} à {u}.
      x:expert t:day q:partofday | I would like an appointment with {the x} on {t} {q}.
        | Je voudrais un rendez-vous avec {le x} {t} {q}.
      t:month s:any c:city | {s} {be s} going to {c} in {t}.
        | {s} {aller s pres} {à c} en {t}.
      s:askable t:day | {be s} {s} free on {t}?
        | {ask être s pres} {=libre s} {t} ?
      s:any t:timetable u:day x:workevent | {s} {third have s} {a x} on {u} at {t}.
        | {s} {avoir s pres} {un x} {u} à {t}.
      x:event,show n:2..4 | {the x} lasts {n} hours.
        | {le x} dure {n f} heures.

      # --- Health ---
      s:own x:ache | {poss s x} hurts.
        | {s} {avoir s pres} mal {à le x}.
      s:ownask x:ache | Does {poss s x} hurt?
        | {ask avoir s pres} mal {à le x} ?
      s:own x:ache t:since | {poss s x} has been hurting since {t}.
        | {s} {avoir s pres} mal {à le x} depuis {t}.
      s:one x:breakable,cut,burnt,twisted v@x:injury | {s} {have s} {v pp} {poss s x}.
        | {s} {v s pc} {le x}.
      s:anyone p:complaint | {s} {third have s} {p}.
        | {s} {avoir s pres} {p}.
      s:anyone p:complaint n:2..12 | {s} {have s} had {p} for {n} days.
        | {s} {avoir s pres} {p} depuis {n} jours.
      s:askable p:complaint | {do s} {s} have {p}?
        | {ask avoir s pres} {p} ?
      p:ailment | Do you have anything for {p}?
        | Avez-vous quelque chose contre {p} ?
      x:remedy q:times e:mealtimes | Take {this x} {q} a day, {e}.
        | Prenez {ce x} {q} par jour, {e}.
      s:any x:remedy q:times | {s} {third take s} {this x} {q} a day.
        | {s} {prendre s pres} {ce x} {q} par jour.
      x:chemist | Where can I buy {some x}?
        | Où est-ce que je peux acheter {du x} ?
      x:chemist s:anyone | {s} {third need s} {some x}.
        | {s} {avoir s pres} besoin {de x}.
      s:anyone n:2..14 | {s} must stay in bed for {n} days.
        | {s} {devoir s pres} rester au lit pendant {n} jours.

      # --- Work and telephone ---
      s:anyone x:work,paper v@x:plan t:day | {s} {third have s} to {v} {the x} before {t}.
        | {s} {devoir s pres} {v s inf} {le x} avant {t}.
      x:work,paper t:day | Could you send me {the x} before {t}?
        | Pourriez-vous m'envoyer {le x} avant {t} ?
      x:work,paper j@x:worth,g | {this x} {be x} very {j}.
        | {ce x} {être x pres} très {j x}.
      x:show,readable,workevent j@x:worth | {the x} {was x} {j}.
        | {le x} {être x impf} {j x}.
      s:any x:show,readable j@x:worth,g | {s} {third think s} that {this x} {be x} very {j}.
        | {s} {trouver s pres} que {ce x} {être x pres} très {j x}.
      x:show,readable,work,workevent j@x:worth | It's {a j x}.
        | C'est {un j x}.
      x:readable,paper s:pronoun j@x:g | {the x} that {s} read {was x} {j}.
        | {le x} que {s} {lire s pc @x} {être x impf} {j x}.
      x:wear,wearp,item s:any j@x:p | {the x} that {s} bought {be x} {j}.
        | {le x} que {s} {acheter s pc @x} {être x pres} {j x}.
      x:object s:any v@x:own | Here {be x} {the x} that {s} {v past}.
        | Voici {le x} que {s} {v s pc @x}.
      x:fixture,electric,appliance,machine t:since | {the x} {have x}n't been working since {t}.
        | {le x} ne {marcher x pres} plus depuis {t}.
      o:title | Could I speak to {o}, please?
        | Pourrais-je parler à {o}, s'il vous plaît ?
      o:title t:timetable | {o} is not in, please call back at {t}.
        | {o} n'est pas là, rappelez à {t}, s'il vous plaît.
      p:telephone | My number is {p}.
        | Mon numéro est le {p}.
      s:third t:recent | {s} phoned me {t}.
        | {s} m'a téléphoné {t}.
      s:any t:coming | {s} will call you back {t}.
        | {s} vous {rappeler s fut} {t}.
      t:clock u:soon | Can you call me a taxi for {t}?
        | Pouvez-vous m'appeler un taxi pour {t} ?

      # --- Weather ---
      f:sky c:city | {f} in {c}.
        | {f} {à c}.
      f:sky c:country | {f} in {c}.
        | {f} {à c}.
      f:skyfuture t:coming | {f} {t}.
        | {f} {t}.
      f:skyfuture c:city t:soon | {f} in {c} {t}.
        | {f} {à c} {t}.
      f:skypast t:past | {f} {t}.
        | {f} {t}.
      f:skypast c:city t:recent | {f} in {c} {t}.
        | {f} {à c} {t}.
      s:name f:skyfuture t:coming | {s} says that {f} {t}.
        | {s} dit que {f} {t}.
      f:skyfuture t:coming | Do you think that {f} {t}?
        | Pensez-vous qu'{f} {t} ?
      f:skycold x:warmwear | If {f}, take {a x}.
        | Si {f}, prenez {un x}.

      # --- House and animals ---
      x:furn j@x:a y:houseroom | There is {a j x} in {the y}.
        | Il y a {un j x} dans {le y}.
      n:2..6 x:furn+ y:houseroom | There are {n x} in {the y}.
        | Il y a {n x} dans {le y}.
      x:furn,appliance y:houseroom | Is there {a x} in {the y}?
        | Y a-t-il {un x} dans {le y} ?
      x:pet j@x:colour y:surface q:spot | {the j x} is sleeping {q} {the y}.
        | {le j x} dort {q le y}.
      s:any x:animal j@x:a | {s} {third have s} {a j x}.
        | {s} {avoir s pres} {un j x}.
      s:any n:2..5 x:animal+ | {s} {third have s} {n x}.
        | {s} {avoir s pres} {n x}.
      s:any x:house j@x:look c:city | {s} {third have s} {a j x} in {c}.
        | {s} {avoir s pres} {un j x} {à c}.
      s:any x:rentable c:city t:season | {s} {third rent s} {a x} in {c} {t}.
        | {s} {louer s pres} {un x} {à c} {t}.
      x:houseroom,hotelroom,house,furn* j@x:p,g g:intensity | {the x} {be x} {g} {j}.
        | {le x} {être x pres} {g} {j x}.
      x:sightseeing c:city s:any j@x:look | {s} visited {a j x} in {c}.
        | {s} {visiter s pc} {un j x} {à c}.
      x:citywide c:city j@x:a | There is {a j x} in {c}.
        | Il y a {un j x} {à c}.
      x:place,vehicle,house,furn j@x:p,g | Is {the x} {j}?
        | Est-ce que {le x} est {j x} ?

      # --- More pronouns, negations and questions ---
      x:food,drink s:any v@x:consume | {the x}? {s} {have s} already {v pp ^x}.
        | {le x} ? {s} {v s pc ^x +déjà}.
      x:food,drink s:any v@x:consume t:recent | {the x}? {s} {v past ^x} {t}.
        | {le x} ? {s} {v s pc ^x} {t}.
      x:food,drink s:any v@x:consume t:coming | {s} will {v} {the x} {t}.
        | {s} {v s fut} {le x} {t}.
      x:food,drink v@x:consume | Who {v past} {the x}?
        | Qui {v qui pc} {le x} ?
      x:seasoning y:main | There {be x} too {much x} {x} in {this y}.
        | Il y a trop de {x} dans {ce y}.
      x:mass,pluralfood | {be x} there enough {x} for everyone?
        | Y a-t-il assez de {x} pour tout le monde ?
      x:opens+ t:day | All {the x} are closed on {t}s.
        | {tout x} {le x} sont {=fermé x} le {t}.
      x:opens | Why is {the x} closed today?
        | Pourquoi est-ce que {le x} est {=fermé x} aujourd'hui ?
      x:venue | There is nobody at {the x}.
        | Il n'y a personne {à le x}.
      s:any x:venue t:recent | {s} didn't see anyone at {the x} {t}.
        | {s} ne {avoir s pres} vu personne {à le x} {t}.
      s:any x:mart t:recent | {s} didn't buy anything at {the x} {t}.
        | {s} {acheter s pc -rien} {à le x} {t}.
      s:any t:recent | {s} didn't eat anything {t}.
        | {s} {manger s pc -rien} {t}.
      s:askable v:own t:recent | What did {s} {v} {t}?
        | Que {ask v s pc} {t} ?
      s:askable x:wear,wearp,item,furn* | Where did {s} buy {this x}?
        | Où {ask acheter s pc} {ce x} ?
      s:askable c:city | How long {have s} {s} lived in {c}?
        | Depuis combien de temps {ask habiter s pres} {à c} ?
      x:wear,wearp,item,furn j@x:colour k@x:colour
        | Which {x} would you like, {one j x} or {one k x}?
        | {quel x} voulez-vous, {seul j x} ou {seul k x} ?
      s:one t:morning | {s} {third get s} up at {t}.
        | {s} {se_lever s pres} à {t}.
      s:one t:night | {s} {third go s} to bed at {t}.
        | {s} {se_coucher s pres} à {t}.
      s:askable q:daily | What time {do s} {s} get up {q}?
        | À quelle heure {ask se_lever s pres} {q} ?
      s:any n:10..50/5 y:line c:city | {s} {have s} been waiting for {the y} to {c} for {n} minutes.
        | {s} {attendre s pres} {le y} pour {c} depuis {n} minutes.
      n:5..50/5 x:venue e:onfoot | It takes {n} minutes to get to {the x} {e}.
        | Il faut {n} minutes pour aller {à le x} {e}.
      x:venue t:soon | Let's go to {the x} {t}!
        | Allons {à le x} {t} !
      s:any z:kin x:sight q:near | {s} {be s} waiting for {poss s z} {q} {the x}.
        | {s} {attendre s pres} {poss s z} {q le x}.
      z:kin x:item,vehicle,house j@x:p | My {z}'s {x} {be x} {j}.
        | {le x} de {mon z} {être x pres} {j x}.
      s:name x:mine,minep,mine2* | Here {be x} {s}'s {x}.
        | Voici {le x} de {s}.
      s:known j:state r:name | {r} told me that {s} {was s} {j}.
        | {r} m'a dit que {s} {être s impf} {j s}.
      s:third j:job | {s} {be s} not a {j}.
        | {s} {être s pres -pas} {j s}.
      x:meal,cupful j@x:temp g:intensity | Be careful: {the x} {be x} {g} {j}.
        | Attention : {le x} {être x pres} {g} {j x}.
      x:staff,expert j@x:human,g g:intensity | {the x} is {g} {j}.
        | {le x} est {g} {j x}.
      s:anyone x:expert t:soon | {s} {third have s} to see {the x} {t}.
        | {s} {devoir s pres} voir {le x} {t}.
      s:any x:expert,staff t:recent | {s} saw {the x} {t}.
        | {s} {voir s pc} {le x} {t}.
      x:chemist,pluralfood | Where can I find {some x}, please?
        | Où est-ce que je peux trouver {du x}, s'il vous plaît ?
      s:any x:chemist t:recent | {s} bought {some x} {t}.
        | {s} {acheter s pc} {du x} {t}.
      j:citizen o:madam | Are you {j}, {o}?
        | Êtes-vous {j madame}, {o} ?
      j:citizen o:sir | Are you {j}, {o}?
        | Êtes-vous {j}, {o} ?
      s:any z:kin j:job | {poss s z} used to be a {j}.
        | {poss s z} était {j z}.
      x:openable y:houseroom | {the x} of {the y} {be x} open.
        | {le x} {de le y} {être x pres} {=ouvert x}.
      x:bringable,table,tableware | Could we have {the x}, please?
        | Pourrions-nous avoir {le x}, s'il vous plaît ?
      s:any x:ache t:since | {s} {have s} had a pain in the {x} since {t}.
        | {s} {avoir s pres} une douleur {à le x} depuis {t}.
      x:bathitem,tableware,room,stay,vehicle,stopping,machine j@x:p,g | {this x} is not very {j}.
        | {ce x} n'est pas très {j x}.
      s:one x:breakable,cut,burnt,twisted v@x:injury t:recent | {s} {v past} {poss s x} {t}.
        | {s} {v s pc} {le x} {t}.
      x:bringable,souvenir,gift | Can you show me {the x}, please?
        | Pouvez-vous me montrer {le x}, s'il vous plaît ?
      q:recipient x:bringable,tableware,table | Could you bring {q} {the x}, please?
        | Pourriez-vous {q} apporter {le x}, s'il vous plaît ?
      s:any x:bringable,table | {s} asked for {the x}.
        | {s} {demander s pc} {le x}.
      """;

  // ---------------------------------------------------------------------------------------------
  // Words
  // ---------------------------------------------------------------------------------------------

  enum Gender {
    MASCULINE,
    FEMININE
  }

  /** What a verb, adjective or participle agrees with. */
  record Agreement(int person, Gender gender, boolean plural) {
    static Agreement parse(String code) {
      return new Agreement(
          code.charAt(0) - '0',
          code.charAt(1) == 'f' ? Gender.FEMININE : Gender.MASCULINE,
          code.charAt(2) == 'p');
    }

    /** Row of a conjugation table: je, tu, il, nous, vous, ils. */
    int row() {
      return person - 1 + (plural ? 3 : 0);
    }
  }

  /** What can stand in a slot. */
  interface Filler {
    /** Name as a unit of the split, or null for words of closed classes. */
    default String unit() {
      return null;
    }
  }

  /** A word pair that a table row defines. */
  interface Entry {
    Set<String> classes();
  }

  /** A noun; {@code french} and {@code frenchPlural} are full forms. */
  record Noun(
      String english,
      String englishPlural,
      String french,
      String frenchPlural,
      Gender gender,
      boolean pluralOnly,
      Set<String> classes)
      implements Entry {}

  /** A noun in the number that the sentence needs. */
  record NounForm(Noun noun, boolean plural) implements Filler {
    String english() {
      return plural ? noun.englishPlural : noun.english;
    }

    String french() {
      return plural ? noun.frenchPlural : noun.french;
    }

    Agreement agreement() {
      return new Agreement(3, noun.gender, plural);
    }

    @Override
    public String unit() {
      return "noun " + noun.english + (noun.classes.contains("mass") ? " (mass)" : "");
    }
  }

  /** An adjective (or a profession or nationality, which French inflects in the same way). */
  record Adjective(
      String english,
      String comparative,
      String masculine,
      String feminine,
      String beforeVowel,
      boolean preposed,
      boolean invariable,
      Set<String> kinds,
      Set<String> classes)
      implements Entry, Filler {

    String french(Agreement agreement) {
      if (invariable) {
        return masculine;
      }
      String form = agreement.gender == Gender.FEMININE ? feminine : masculine;
      return agreement.plural ? French.pluralAdjective(form) : form;
    }

    @Override
    public String unit() {
      return "adjective " + english;
    }
  }

  /** A verb with whatever follows it in both languages. */
  record Verb(
      String base,
      String past,
      String participle,
      String englishTail,
      String french,
      String frenchTail,
      Set<String> classes,
      Set<String> objects)
      implements Entry, Filler {
    @Override
    public String unit() {
      return "verb " + base + englishTail;
    }
  }

  /** A subject: pronoun, person or group. */
  record Subject(String english, String french, Agreement agreement, Set<String> classes)
      implements Entry, Filler {
    boolean isPronoun() {
      return classes.contains("pronoun");
    }
  }

  /** A city (gender null) or a country. */
  record Name(String english, String french, Gender gender, boolean plural, Set<String> classes)
      implements Entry, Filler {}

  /** A fixed expression. */
  record Phrase(String english, String french, Set<String> classes) implements Entry, Filler {}

  /** A whole number. */
  record Numeral(int value) implements Filler {}

  /** One sentence pair and the units it is made of. */
  record Pair(String english, String french, List<String> units) {

    /** All combinations of two units. */
    List<String> combinations() {
      List<String> combinations = new ArrayList<>();
      for (int i = 0; i < units.size(); i++) {
        for (int j = i + 1; j < units.size(); j++) {
          combinations.add(units.get(i) + " + " + units.get(j));
        }
      }
      return combinations;
    }
  }

  /** The tables above as words, each class in table order. */
  static final class Lexicon {
    private final Map<String, List<Noun>> nouns = new TreeMap<>();
    private final Map<String, List<Subject>> subjects = new TreeMap<>();
    private final Map<String, List<Name>> names = new TreeMap<>();
    private final Map<String, List<Phrase>> phrases = new TreeMap<>();
    private final List<Adjective> adjectives = new ArrayList<>();
    private final List<Verb> verbs = new ArrayList<>();

    Lexicon() {
      rows(ADJECTIVES).forEach(row -> adjectives.add(adjective(row)));
      rows(VERBS).forEach(row -> verbs.add(verb(row)));
      rows(NOUNS).forEach(row -> index(nouns, noun(row)));
      nouns.put("object", objects());
      rows(SUBJECTS).forEach(row -> index(subjects, subject(row)));
      rows(NAMES).forEach(row -> index(names, name(row)));
      String phraseClass = null;
      for (List<String> row : rows(PHRASES)) {
        if (row.size() == 1) {
          phraseClass = row.get(0).replaceAll("[\\[\\]]", "");
        } else {
          index(phrases, new Phrase(row.get(0), row.get(1), Set.of(phraseClass)));
        }
      }
    }

    /** The nouns that can be the direct object of a verb other than of eating and drinking. */
    private List<Noun> objects() {
      Set<String> wanted = new TreeSet<>();
      verbs.stream()
          .filter(v -> v.classes().contains("trans") && !v.classes().contains("consume"))
          .forEach(v -> wanted.addAll(v.objects()));
      Set<Noun> objects = new LinkedHashSet<>();
      wanted.forEach(className -> objects.addAll(nouns(className)));
      return new ArrayList<>(objects);
    }

    List<Noun> nouns(String className) {
      return known(nouns, className);
    }

    List<Subject> subjects(String className) {
      return known(subjects, className);
    }

    List<Name> names(String className) {
      return known(names, className);
    }

    List<Phrase> phrases(String className) {
      return known(phrases, className);
    }

    private static <E> List<E> known(Map<String, List<E>> byClass, String className) {
      List<E> entries = byClass.get(className);
      if (entries == null) {
        throw new IllegalArgumentException("no words of class " + className);
      }
      return entries;
    }

    List<Verb> verbs() {
      return verbs;
    }

    List<Adjective> adjectives() {
      return adjectives;
    }

    private static <E extends Entry> void index(Map<String, List<E>> byClass, E entry) {
      for (String className : entry.classes()) {
        byClass.computeIfAbsent(className, key -> new ArrayList<>()).add(entry);
      }
    }

    private static Noun noun(List<String> row) {
      boolean pluralOnly = row.get(2).endsWith("p");
      String[] english = row.get(0).split("/");
      String[] french = row.get(1).split("/");
      return new Noun(
          english[0],
          pluralOnly ? english[0] : second(english, English.plural(english[0])),
          french[0],
          pluralOnly ? french[0] : second(french, French.pluralNoun(french[0])),
          row.get(2).startsWith("f") ? Gender.FEMININE : Gender.MASCULINE,
          pluralOnly,
          words(row.get(3)));
    }

    private static Adjective adjective(List<String> row) {
      String[] english = row.get(0).split("/");
      String[] french = row.get(1).split("/");
      String feminine = second(french, French.feminine(french[0]));
      return new Adjective(
          english[0],
          second(english, "more " + english[0]),
          french[0],
          feminine,
          french.length > 2 ? french[2] : french[0],
          row.get(2).equals("pre"),
          row.get(2).equals("inv"),
          words(row.get(3)),
          words(row.get(4)));
    }

    private static Verb verb(List<String> row) {
      String head = row.get(0).split(" ")[0];
      String[] english = head.split("/");
      String past = second(english, English.past(english[0]));
      boolean pronominal = row.get(1).startsWith("se ");
      String french = firstWords(row.get(1), pronominal ? 2 : 1);
      return new Verb(
          english[0],
          past,
          english.length > 2 ? english[2] : past,
          row.get(0).substring(head.length()),
          french,
          row.get(1).substring(french.length()),
          words(row.get(2)),
          row.size() > 3 ? words(row.get(3)) : Set.of());
    }

    private static Subject subject(List<String> row) {
      return new Subject(row.get(0), row.get(1), Agreement.parse(row.get(2)), words(row.get(3)));
    }

    private static Name name(List<String> row) {
      String kind = row.get(2);
      boolean city = kind.equals("city");
      Gender gender = kind.startsWith("f") ? Gender.FEMININE : Gender.MASCULINE;
      return new Name(
          row.get(0),
          row.get(1),
          city ? null : gender,
          kind.endsWith("p"),
          Set.of(city ? "city" : "country"));
    }

    private static String firstWords(String text, int count) {
      return Arrays.stream(text.split(" ")).limit(count).collect(Collectors.joining(" "));
    }

    private static String second(String[] forms, String otherwise) {
      return forms.length > 1 ? forms[1] : otherwise;
    }

    private static Set<String> words(String text) {
      return new TreeSet<>(Arrays.asList(text.split(" +")));
    }

    private static List<List<String>> rows(String table) {
      return table
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
          .toList();
    }
  }

  // ---------------------------------------------------------------------------------------------
  // English morphology
  // ---------------------------------------------------------------------------------------------

  /** Word forms of English, as pure functions. */
  static final class English {
    private static final Pattern CONSONANT_Y = Pattern.compile(".*[^aeiou]y");
    private static final Pattern SIBILANT = Pattern.compile(".*(s|x|z|ch|sh)");
    private static final Pattern DOUBLING =
        Pattern.compile("[^aeiou]*[aeiou][bdgmnpt]|.*(travel|forget|cancel)");
    private static final Pattern INDEFINITE = Pattern.compile("\\b([Aa]) (?=(\\p{L}+))");
    private static final Set<String> PARTICLES = Set.of("on", "off");
    private static final String[] UNITS =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                + " fifteen sixteen seventeen eighteen nineteen")
            .split(" ");
    private static final String[] TENS =
        "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

    private English() {}

    static String plural(String noun) {
      if (SIBILANT.matcher(noun).matches()) {
        return noun + "es";
      }
      return CONSONANT_Y.matcher(noun).matches() ? dropLast(noun) + "ies" : noun + "s";
    }

    static String thirdPerson(String verb) {
      return switch (verb) {
        case "have" -> "has";
        case "be" -> "is";
        case "go", "do" -> verb + "es";
        default -> plural(verb);
      };
    }

    static String past(String verb) {
      if (verb.endsWith("e")) {
        return verb + "d";
      }
      if (CONSONANT_Y.matcher(verb).matches()) {
        return dropLast(verb) + "ied";
      }
      return doubled(verb) + "ed";
    }

    static String progressive(String verb) {
      if (verb.endsWith("e") && !verb.endsWith("ee")) {
        return dropLast(verb) + "ing";
      }
      return doubled(verb) + "ing";
    }

    private static String doubled(String verb) {
      boolean doubles = DOUBLING.matcher(verb).matches();
      return doubles ? verb + verb.charAt(verb.length() - 1) : verb;
    }

    private static String dropLast(String word) {
      return word.substring(0, word.length() - 1);
    }

    static boolean isParticle(String tail) {
      return PARTICLES.contains(tail.strip());
    }

    /** Writes "an" before a vowel sound. */
    static String chooseIndefinite(String sentence) {
      return INDEFINITE
          .matcher(sentence)
          .replaceAll(m -> m.group(1) + (startsWithVowelSound(m.group(2)) ? "n " : " "));
    }

    private static boolean startsWithVowelSound(String word) {
      String lower = word.toLowerCase();
      if (lower.startsWith("hour")) {
        return true;
      }
      boolean glide = lower.startsWith("uni") || lower.startsWith("use") || lower.equals("one");
      return !glide && "aeiou".indexOf(lower.charAt(0)) >= 0;
    }

    static String number(int n) {
      if (n < 20) {
        return UNITS[n];
      }
      if (n < 100) {
        return TENS[n / 10] + (n % 10 == 0 ? "" : "-" + UNITS[n % 10]);
      }
      String hundreds = (n / 100 == 1 ? "a" : UNITS[n / 100]) + " hundred";
      return n % 100 == 0 ? hundreds : hundreds + " and " + number(n % 100);
    }

    /** The time of day in words; minutes are a multiple of five. */
    static String clock(int hour, int minute) {
      String next = number(hour % 12 + 1);
      return switch (minute) {
        case 0 -> number(hour) + " o'clock";
        case 15 -> "a quarter past " + number(hour);
        case 30 -> "half past " + number(hour);
        case 45 -> "a quarter to " + next;
        default ->
            minute < 30
                ? number(minute) + " past " + number(hour)
                : number(60 - minute) + " to " + next;
      };
    }
  }

  // ---------------------------------------------------------------------------------------------
  // French morphology
  // ---------------------------------------------------------------------------------------------

  /** Word forms of French, as pure functions. */
  static final class French {
    /** Words that begin with a vowel letter or h and yet allow neither elision nor "cet". */
    private static final Set<String> ASPIRATE =
        Set.of("haricot", "haricots", "havre", "huit", "huitième", "hall", "haut", "onze", "oui");

    private static final Pattern VOWEL_LETTER = Pattern.compile("[aeiouyhàâéèêëîïôùûœ]");
    private static final Pattern ELIDES =
        Pattern.compile("(?<![\\p{L}'-])([JjMmTtSsNnDdLl]e|[Ll]a|[Qq]ue) (?=(\\p{L}+))");
    private static final Pattern SI_ELIDES = Pattern.compile("(?<![\\p{L}'-])([Ss])i (?=ils?\\b)");
    private static final Map<String, String> CONTRACTIONS =
        Map.of("à le", "au", "à les", "aux", "de le", "du", "de les", "des", "de des", "de");
    private static final Pattern PLURAL_HEAD =
        Pattern.compile("(.*?)( (?:de|des|à|au|aux|contre|d')\\b.*)");
    private static final Pattern PARTITIVE = Pattern.compile("~(du |de la |de l'|des |une? )");

    private static final Map<String, String[]> IRREGULAR = irregularVerbs();

    /** Pronominal verbs whose pronoun is indirect: the part of the body is what one breaks. */
    private static final Set<String> WITH_INDIRECT_PRONOUN =
        Set.of("casser", "couper", "brûler", "tordre");

    private static final Set<String> WITH_ETRE =
        Set.of(
            "aller", "venir", "revenir", "partir", "sortir", "arriver", "rester", "rentrer",
            "tomber", "naître");

    private static final String[] UNITS =
        ("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
                + " seize dix-sept dix-huit dix-neuf")
            .split(" ");
    private static final String[] TENS =
        "- - vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt"
            .split(" ");

    private French() {}

    // --- Sounds at word boundaries ---

    static boolean startsWithVowelSound(String text) {
      String word = text.toLowerCase().split("[^\\p{L}]", 2)[0];
      return VOWEL_LETTER.matcher(word).lookingAt() && !ASPIRATE.contains(word);
    }

    /** Replaces the final vowel of short words by an apostrophe: "je ai" is "j'ai". */
    static String elide(String sentence) {
      String elided =
          ELIDES
              .matcher(sentence)
              .replaceAll(
                  m -> {
                    String word = m.group(1);
                    return startsWithVowelSound(m.group(2))
                        ? word.substring(0, word.length() - 1) + "'"
                        : word + " ";
                  });
      return SI_ELIDES.matcher(elided).replaceAll("$1'");
    }

    /** Joins "à" or "de" with an article: "de le" is "du", "de des" is "de"; "de l'" stays. */
    static String contract(String preposition, String nounPhrase) {
      String[] words = nounPhrase.split(" ", 2);
      String article = words[0].toLowerCase();
      int last = preposition.lastIndexOf(' ') + 1;
      String contraction = CONTRACTIONS.get(preposition.substring(last) + " " + article);
      boolean elides = article.equals("le") && startsWithVowelSound(words[1]);
      return contraction == null || elides
          ? preposition + " " + nounPhrase
          : preposition.substring(0, last) + contraction + " " + words[1];
    }

    // --- Nouns, adjectives and determiners ---

    /** Plural of a noun; in "billet de train" it is the first word that takes the ending. */
    static String pluralNoun(String noun) {
      var compound = PLURAL_HEAD.matcher(noun);
      return compound.matches()
          ? pluralNoun(compound.group(1)) + compound.group(2)
          : pluralAdjective(noun);
    }

    static String pluralAdjective(String word) {
      if (word.matches(".*[sxz]")) {
        return word;
      }
      if (word.endsWith("eau")) {
        return word + "x";
      }
      return word.endsWith("al") ? word.substring(0, word.length() - 1) + "ux" : word + "s";
    }

    static String feminine(String masculine) {
      if (masculine.endsWith("e")) {
        return masculine;
      }
      if (masculine.endsWith("eux")) {
        return masculine.substring(0, masculine.length() - 1) + "se";
      }
      return masculine + "e";
    }

    /** The form of a determiner before a noun phrase that begins with {@code next}. */
    static String determiner(String determiner, Agreement noun, String next) {
      boolean feminine = noun.gender == Gender.FEMININE;
      boolean vowel = startsWithVowelSound(next);
      return switch (determiner) {
        case "le" -> noun.plural ? "les" : feminine ? "la" : "le";
        case "un" -> noun.plural ? "des" : feminine ? "une" : "un";
        case "ce" -> noun.plural ? "ces" : feminine ? "cette" : vowel ? "cet" : "ce";
        case "quel" -> (feminine ? "quelle" : "quel") + (noun.plural ? "s" : "");
        case "mon", "son" -> {
          String initial = determiner.substring(0, 1);
          yield initial + (noun.plural ? "es" : feminine && !vowel ? "a" : "on");
        }
        case "notre" -> noun.plural ? "nos" : "notre";
        case "votre" -> noun.plural ? "vos" : "votre";
        case "leur" -> noun.plural ? "leurs" : "leur";
        default -> throw new IllegalArgumentException("determiner " + determiner);
      };
    }

    static String possessive(Agreement owner) {
      return List.of("mon", "ton", "son", "notre", "votre", "leur").get(owner.row());
    }

    static String subjectPronoun(Agreement agreement) {
      return List.of(
              "je",
              "tu",
              agreement.gender == Gender.FEMININE ? "elle" : "il",
              "nous",
              "vous",
              agreement.gender == Gender.FEMININE ? "elles" : "ils")
          .get(agreement.row());
    }

    static String objectPronoun(Agreement agreement) {
      return determiner("le", agreement, "");
    }

    private static String reflexivePronoun(Agreement agreement) {
      return List.of("me", "te", "se", "nous", "vous", "se").get(agreement.row());
    }

    // --- Verbs ---

    enum Tense {
      PRES,
      IMPF,
      FUT,
      COND,
      PC,
      INF;

      static boolean isName(String word) {
        return Arrays.stream(values()).anyMatch(tense -> tense.name().equalsIgnoreCase(word));
      }
    }

    /** What stands around a verb: negation, adverb, clitic, and what its participle agrees with. */
    record Setting(
        String negator,
        String adverb,
        String clitic,
        Agreement object,
        boolean inverted,
        boolean underNegation) {}

    private static Map<String, String[]> irregularVerbs() {
      Map<String, String[]> verbs = new TreeMap<>();
      Lexicon.rows(IRREGULAR_VERBS)
          .forEach(row -> verbs.put(row.get(0), row.subList(1, 4).toArray(String[]::new)));
      return verbs;
    }

    /** The verb with its clitics, negation, participle and tail, in the order of French. */
    static String verbGroup(
        String infinitive, String tail, Agreement subject, Tense tense, Setting setting) {
      boolean pronominal = infinitive.startsWith("se ");
      String verb = pronominal ? infinitive.substring(3) : infinitive;
      List<String> words = new ArrayList<>();
      boolean bare = tense == Tense.INF;
      if (setting.negator != null) {
        words.add(bare ? "ne " + setting.negator : "ne");
      }
      if (pronominal) {
        words.add(reflexivePronoun(subject));
      }
      if (setting.clitic != null) {
        words.add(setting.clitic);
      }
      String finite = finite(verb, pronominal, subject, tense);
      words.add(setting.inverted ? invert(finite, subjectPronoun(subject)) : finite);
      if (setting.negator != null && !bare) {
        words.add(setting.negator);
      }
      if (setting.adverb != null) {
        words.add(setting.adverb);
      }
      if (tense == Tense.PC) {
        words.add(agreeingParticiple(verb, pronominal, subject, setting.object));
      }
      return String.join(" ", words) + tail(tail, setting);
    }

    private static String finite(String verb, boolean pronominal, Agreement subject, Tense tense) {
      if (tense == Tense.PC) {
        boolean withEtre = pronominal || WITH_ETRE.contains(verb);
        return conjugate(withEtre ? "être" : "avoir", Tense.PRES, subject.row());
      }
      return tense == Tense.INF ? verb : conjugate(verb, tense, subject.row());
    }

    /** "elle est allée", "les clés que j'ai perdues", but "elle s'est cassé le bras". */
    private static String agreeingParticiple(
        String verb, boolean pronominal, Agreement subject, Agreement object) {
      Agreement agreement = WITH_ETRE.contains(verb) || pronominal ? subject : object;
      boolean indirectReflexive = pronominal && WITH_INDIRECT_PRONOUN.contains(verb);
      String participle = participle(verb);
      if (agreement == null || indirectReflexive) {
        return participle;
      }
      String form = agreement.gender == Gender.FEMININE ? participle + "e" : participle;
      return agreement.plural ? pluralAdjective(form) : form;
    }

    /** An indefinite or partitive object becomes "de" after a negation: "pas de vélo". */
    private static String tail(String tail, Setting setting) {
      boolean negated = setting.negator != null || setting.underNegation;
      return negated ? PARTITIVE.matcher(tail).replaceAll("de ") : tail.replace("~", "");
    }

    private static String invert(String finite, String pronoun) {
      boolean hiatus = finite.matches(".*[ae]") && pronoun.matches("[ie].*");
      return finite + (hiatus ? "-t-" : "-") + pronoun;
    }

    static String conjugate(String verb, Tense tense, int row) {
      return switch (tense) {
        case PRES -> present(verb, row);
        case IMPF -> imperfect(verb, row);
        case FUT -> futureStem(verb) + "ai as a ons ez ont".split(" ")[row];
        case COND -> futureStem(verb) + "ais ais ait ions iez aient".split(" ")[row];
        default -> throw new IllegalArgumentException("not a simple tense: " + tense);
      };
    }

    private static String present(String verb, int row) {
      if (IRREGULAR.containsKey(verb)) {
        return IRREGULAR.get(verb)[0].split(" ")[row];
      }
      String stem = verb.substring(0, verb.length() - 2);
      if (verb.endsWith("ir")) {
        return stem + "is is it issons issez issent".split(" ")[row];
      }
      if (verb.endsWith("re")) {
        return stem + (row == 2 ? "" : "s s - ons ez ent".split(" ")[row]);
      }
      boolean silentEnding = row < 3 || row == 5;
      String shaped = silentEnding ? strongStem(stem) : row == 3 ? softStem(stem, "o") : stem;
      return shaped + "e es e ons ez ent".split(" ")[row];
    }

    private static String imperfect(String verb, int row) {
      String ending = "ais ais ait ions iez aient".split(" ")[row];
      if (verb.equals("être")) {
        return "ét" + ending;
      }
      boolean firstGroup = verb.endsWith("er") && !IRREGULAR.containsKey(verb);
      if (firstGroup) {
        return softStem(verb.substring(0, verb.length() - 2), ending) + ending;
      }
      return present(verb, 3).replaceFirst("ons$", "") + ending;
    }

    private static String futureStem(String verb) {
      if (IRREGULAR.containsKey(verb)) {
        return IRREGULAR.get(verb)[2];
      }
      if (!verb.endsWith("er")) {
        return verb.replaceFirst("e$", "");
      }
      String stem = verb.substring(0, verb.length() - 2);
      boolean acute = stem.matches(".*é[^aeiou]+");
      return (acute ? stem : strongStem(stem)) + "er";
    }

    private static String participle(String verb) {
      if (IRREGULAR.containsKey(verb)) {
        return IRREGULAR.get(verb)[1];
      }
      String stem = verb.substring(0, verb.length() - 2);
      return stem + (verb.endsWith("er") ? "é" : verb.endsWith("ir") ? "i" : "u");
    }

    /** Stem before a silent e: achèt-, préfèr-, appell-, essai-. */
    private static String strongStem(String stem) {
      if (stem.matches(".*(appel|jet)")) {
        return stem + stem.charAt(stem.length() - 1);
      }
      if (stem.endsWith("y")) {
        return stem.substring(0, stem.length() - 1) + "i";
      }
      return stem.replaceFirst("[eé]([^aeiou])$", "è$1");
    }

    /** Keeps the soft sound of c and g before a and o: mangeons, commençais. */
    private static String softStem(String stem, String ending) {
      if (!ending.matches("[ao].*")) {
        return stem;
      }
      return stem.endsWith("g") ? stem + "e" : stem.replaceFirst("c$", "ç");
    }

    // --- Numbers and times ---

    /** Only a final "un" has a feminine: vingt et une, but soixante et onze. */
    static String number(int n, Gender gender) {
      String masculine = number(n);
      boolean inflects = gender == Gender.FEMININE && masculine.endsWith("un");
      return inflects ? masculine + "e" : masculine;
    }

    private static String number(int n) {
      if (n < 20) {
        return UNITS[n];
      }
      if (n >= 100) {
        String hundreds = n < 200 ? "cent" : UNITS[n / 100] + " cent";
        boolean round = n % 100 == 0;
        return round ? hundreds + (n < 200 ? "" : "s") : hundreds + " " + number(n % 100);
      }
      int ten = n / 10;
      int unit = ten == 7 || ten == 9 ? n % 10 + 10 : n % 10;
      if (unit == 0) {
        return ten == 8 ? "quatre-vingts" : TENS[ten];
      }
      boolean linked = ten < 8 && unit % 10 == 1;
      return TENS[ten] + (linked ? " et " : "-") + UNITS[unit];
    }

    /** The time of day in words; minutes are a multiple of five. */
    static String clock(int hour, int minute) {
      if (minute > 30) {
        int next = hour % 12 + 1;
        return hours(next) + " moins " + (minute == 45 ? "le quart" : number(60 - minute));
      }
      return switch (minute) {
        case 0 -> hours(hour);
        case 15 -> hours(hour) + " et quart";
        case 30 -> hours(hour) + " et demie";
        default -> hours(hour) + " " + number(minute);
      };
    }

    private static String hours(int hour) {
      return number(hour, Gender.FEMININE) + (hour == 1 ? " heure" : " heures");
    }
  }

  // ---------------------------------------------------------------------------------------------
  // Templates
  // ---------------------------------------------------------------------------------------------

  /** A slot: its name, what it depends on (or null), the wanted classes, and a number mark. */
  record Slot(String name, String governor, List<String> classes, char mark) {
    static Slot parse(String text) {
      char mark = text.charAt(text.length() - 1);
      String body = mark == '*' || mark == '+' ? text.substring(0, text.length() - 1) : text;
      String[] halves = body.split(":");
      String[] names = halves[0].split("@");
      List<String> classes = halves.length > 1 ? List.of(halves[1].split(",")) : List.of();
      return new Slot(names[0], names.length > 1 ? names[1] : null, classes, mark);
    }
  }

  /** A sentence in both languages with slots and directives. */
  record Template(List<Slot> slots, String english, String french) {
    static List<Template> parseAll(String text) {
      return Lexicon.rows(text.replaceAll("\\n +\\|", " |")).stream().map(Template::parse).toList();
    }

    private static Template parse(List<String> row) {
      if (row.size() != 3) {
        throw new IllegalArgumentException("template " + row);
      }
      List<Slot> slots =
          row.get(0).isEmpty()
              ? List.of()
              : Arrays.stream(row.get(0).split(" +")).map(Slot::parse).toList();
      return new Template(slots, row.get(1), row.get(2));
    }

    String unit() {
      return "template " + english;
    }
  }

  /** Draws fillers for the slots of a template. */
  static final class Sampler {
    private static final int PRONOUN_WEIGHT = 5;

    private static final Set<String> FUNCTION_WORDS =
        Set.of(
            ("à au aux avec ce cet cette chez contre d dans de des du en et il ils elle je l la le"
                    + " les ma mes mon nos notre nous par pour s sur un une votre vous")
                .split(" "));

    private final Lexicon lexicon;
    private final Random random;
    private final Map<Entry, Integer> uses = new HashMap<>();

    Sampler(Lexicon lexicon, Random random) {
      this.lexicon = lexicon;
      this.random = random;
    }

    /** A pair from this template, or null when the draw finds no fitting filler. */
    Pair draw(Template template) {
      Map<String, Filler> fillers = new LinkedHashMap<>();
      for (Slot slot : template.slots()) {
        Filler filler = fill(slot, fillers);
        if (filler == null || repeats(filler, fillers)) {
          return null;
        }
        fillers.put(slot.name(), filler);
      }
      Set<String> units = new TreeSet<>();
      fillers.values().stream().map(Filler::unit).filter(u -> u != null).forEach(units::add);
      List<String> ordered = new ArrayList<>(units);
      ordered.add(template.unit());
      return new Pair(
          new EnglishWriter(fillers).write(template.english()),
          new FrenchWriter(fillers).write(template.french()),
          ordered);
    }

    /** Whether a slot before has the same word or person: nobody visits Paul with Paul. */
    private static boolean repeats(Filler filler, Map<String, Filler> others) {
      return others.values().stream()
          .anyMatch(other -> filler.equals(other) || overlap(filler, other));
    }

    /** Whether one names a person or thing that the other mentions. */
    private static boolean overlap(Filler one, Filler other) {
      boolean bothPhrases = one instanceof Phrase && other instanceof Phrase;
      return !bothPhrases && !Collections.disjoint(heads(one), heads(other));
    }

    /** The words by which a filler may clash with another. */
    private static Set<String> heads(Filler filler) {
      if (filler instanceof Numeral || filler instanceof Name) {
        return Set.of();
      }
      if (filler.unit() != null && !(filler instanceof NounForm)) {
        return Set.of(filler.unit());
      }
      Set<String> words = new HashSet<>(Arrays.asList(frenchOf(filler).split("[ ']")));
      words.removeAll(FUNCTION_WORDS);
      return words;
    }

    private static String frenchOf(Filler filler) {
      if (filler instanceof NounForm form) {
        return form.noun().french();
      }
      return filler instanceof Subject subject ? subject.french() : ((Phrase) filler).french();
    }

    /** What the first letter of a slot says: x is a noun, j an adjective, and so on. */
    private Filler fill(Slot slot, Map<String, Filler> fillers) {
      return switch (slot.name().charAt(0)) {
        case 'x', 'y', 'z' -> noun(slot);
        case 'j', 'k' -> adjective(slot, fillers);
        case 'v', 'w' -> verb(slot, fillers);
        case 's', 'r' -> subject(slot);
        case 'c', 'd' -> pick(lexicon.names(slot.classes().get(0)));
        case 'n', 'm' -> numeral(slot.classes().get(0));
        default -> phrase(slot.classes().get(0));
      };
    }

    private Filler noun(Slot slot) {
      Set<Noun> candidates = new LinkedHashSet<>();
      slot.classes().forEach(className -> candidates.addAll(lexicon.nouns(className)));
      Noun noun = pickRare(new ArrayList<>(candidates));
      boolean countable = !noun.classes().contains("mass") && !noun.classes().contains("nopl");
      boolean plural =
          countable && (slot.mark() == '+' || slot.mark() == '*' && random.nextInt(3) == 0);
      return new NounForm(noun, noun.pluralOnly() || plural);
    }

    private Filler adjective(Slot slot, Map<String, Filler> fillers) {
      Filler governor = fillers.get(slot.governor());
      Set<String> wanted =
          governor instanceof NounForm form ? form.noun().classes() : Set.of("human");
      return pickRare(
          lexicon.adjectives().stream()
              .filter(a -> meets(a.classes(), wanted))
              .filter(a -> a.kinds().containsAll(slot.classes()))
              .toList());
    }

    private Filler verb(Slot slot, Map<String, Filler> fillers) {
      Filler governor = slot.governor() == null ? null : fillers.get(slot.governor());
      return pickRare(
          lexicon.verbs().stream()
              .filter(v -> v.classes().containsAll(slot.classes()))
              .filter(v -> governor == null || meets(v.objects(), classesOf(governor)))
              .toList());
    }

    private static boolean meets(Set<String> some, Set<String> others) {
      return !Collections.disjoint(some, others);
    }

    private static Set<String> classesOf(Filler filler) {
      return ((NounForm) filler).noun().classes();
    }

    private Filler subject(Slot slot) {
      List<Subject> weighted = new ArrayList<>();
      for (Subject subject : lexicon.subjects(slot.classes().get(0))) {
        int weight = subject.isPronoun() ? PRONOUN_WEIGHT : 1;
        weighted.addAll(Collections.nCopies(weight, subject));
      }
      return pick(weighted);
    }

    /** {@code n:2..20}, or {@code n:5..60/5} for multiples of five. */
    private Numeral numeral(String range) {
      String[] parts = range.split("/");
      String[] bounds = parts[0].split("\\.\\.");
      int step = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
      int low = Integer.parseInt(bounds[0]);
      int high = Integer.parseInt(bounds[1]);
      return new Numeral(low + step * random.nextInt((high - low) / step + 1));
    }

    private Phrase phrase(String className) {
      return switch (className) {
        case "clock" -> clockInWords(1, 12);
        case "morning" -> clockInWords(7, 11);
        case "evening" -> clockInWords(4, 8);
        case "night" -> clockInWords(9, 11);
        case "timetable" -> timetable();
        case "price" -> price(5, 99);
        case "kiloprice" -> price(2, 9);
        case "date" -> date();
        case "telephone" -> telephone();
        default -> pick(lexicon.phrases(className));
      };
    }

    /** Stops short of "twenty to twelve", which French counts back from midi or minuit. */
    private Phrase clockInWords(int earliest, int latest) {
      int hour = earliest + random.nextInt(latest - earliest + 1);
      if (hour == 12) {
        return random.nextBoolean() ? phraseOf("noon", "midi") : phraseOf("midnight", "minuit");
      }
      int minute = 5 * random.nextInt(hour == 11 ? 7 : 12);
      return phraseOf(English.clock(hour, minute), French.clock(hour, minute));
    }

    private Phrase timetable() {
      int hour = 6 + random.nextInt(17);
      int minute = 5 * random.nextInt(12);
      String french = minute == 0 ? hour + " h" : "%d h %02d".formatted(hour, minute);
      return phraseOf("%d:%02d".formatted(hour, minute), french);
    }

    private Phrase price(int low, int high) {
      int euros = low + random.nextInt(high - low + 1);
      int cents = 5 * random.nextInt(20);
      if (cents < 30) {
        return phraseOf(euros + " euros", euros + " euros");
      }
      return phraseOf(
          "%d.%02d euros".formatted(euros, cents), "%d,%02d euros".formatted(euros, cents));
    }

    private Phrase date() {
      int day = 1 + random.nextInt(28);
      Phrase month = pick(lexicon.phrases("month"));
      String french = (day == 1 ? "1er" : Integer.toString(day)) + " " + month.french();
      return phraseOf(day + " " + month.english(), french);
    }

    private Phrase telephone() {
      StringBuilder number = new StringBuilder("0" + (1 + random.nextInt(6)));
      for (int i = 0; i < 4; i++) {
        number.append(" %02d".formatted(random.nextInt(100)));
      }
      return phraseOf(number.toString(), number.toString());
    }

    private static Phrase phraseOf(String english, String french) {
      return new Phrase(english, french, Set.of());
    }

    /** Of three words drawn the one used least so far, so that rare words catch up. */
    private <E extends Entry> E pickRare(List<E> candidates) {
      E rarest = pick(candidates);
      for (int i = 0; i < 2 && rarest != null; i++) {
        E other = pick(candidates);
        rarest = usesOf(other) < usesOf(rarest) ? other : rarest;
      }
      if (rarest != null) {
        uses.merge(rarest, 1, Integer::sum);
      }
      return rarest;
    }

    private int usesOf(Entry entry) {
      return uses.getOrDefault(entry, 0);
    }

    private <E> E pick(List<E> candidates) {
      return candidates.isEmpty() ? null : candidates.get(random.nextInt(candidates.size()));
    }
  }

  /** Carries out the directives of one side of a template. */
  abstract static class Writer {
    private static final Pattern DIRECTIVE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern SENTENCE_START = Pattern.compile("(^|[.?!] )(\\p{Ll})");
    protected final Map<String, Filler> fillers;

    Writer(Map<String, Filler> fillers) {
      this.fillers = fillers;
    }

    final String write(String template) {
      String filled =
          DIRECTIVE
              .matcher(template)
              .replaceAll(m -> Matcher.quoteReplacement(directive(m.group(1))));
      return SENTENCE_START
          .matcher(joinWords(filled))
          .replaceAll(m -> m.group(1) + m.group(2).toUpperCase());
    }

    private String directive(String text) {
      return carryOut(List.of(text.split(" ")));
    }

    protected abstract String carryOut(List<String> words);

    /** What depends on neighbouring words: "an" in English, elision in French. */
    protected abstract String joinWords(String sentence);

    protected final List<Adjective> adjectives(List<String> names) {
      return names.stream()
          .map(fillers::get)
          .filter(Adjective.class::isInstance)
          .map(Adjective.class::cast)
          .toList();
    }

    protected final NounForm noun(List<String> names) {
      return names.stream()
          .map(fillers::get)
          .filter(NounForm.class::isInstance)
          .map(NounForm.class::cast)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no noun in " + names));
    }

    protected final Agreement agreement(String name) {
      Filler filler = fillers.get(name);
      if (filler instanceof NounForm form) {
        return form.agreement();
      }
      if (filler instanceof Subject subject) {
        return subject.agreement();
      }
      return switch (name) {
        case "vous" -> new Agreement(2, Gender.MASCULINE, true);
        case "qui" -> new Agreement(3, Gender.MASCULINE, false);
        case "madame" -> new Agreement(3, Gender.FEMININE, false);
        default -> throw new IllegalArgumentException("no agreement with " + name);
      };
    }

    protected static List<String> tail(List<String> words) {
      return words.subList(1, words.size());
    }
  }

  /**
   * English directives: {@code {the j x}}, {@code {v s}} (present), {@code {v past}}, {@code {v
   * ing}}, {@code {be s}}, {@code {it x}}, {@code {poss s x}}, {@code {j er}}, {@code {n x}}.
   */
  static final class EnglishWriter extends Writer {
    EnglishWriter(Map<String, Filler> fillers) {
      super(fillers);
    }

    @Override
    protected String carryOut(List<String> words) {
      String head = words.get(0);
      Filler filler = fillers.get(head);
      if (filler instanceof Verb verb) {
        return verb(verb, tail(words));
      }
      if (filler instanceof Adjective adjective && words.size() > 1 && words.get(1).equals("er")) {
        return adjective.comparative();
      }
      if (filler instanceof Adjective adjective && words.size() == 1) {
        return adjective.english();
      }
      if (filler instanceof Numeral numeral) {
        String number = English.number(numeral.value());
        return words.size() == 1 ? number : number + " " + noun(words).english();
      }
      if (filler instanceof Subject subject) {
        return subject.english();
      }
      if (filler instanceof Name name) {
        return name.english();
      }
      if (filler instanceof Phrase phrase) {
        return phrase.english();
      }
      return filler != null ? nounPhrase("", words) : function(head, tail(words));
    }

    private String function(String head, List<String> rest) {
      String subject = rest.get(0);
      return switch (head) {
        case "be" -> form(subject, "am", "are", "is");
        case "was" -> form(subject, "was", "were", "was");
        case "have" -> form(subject, "have", "have", "has");
        case "do" -> form(subject, "do", "do", "does");
        case "cost" -> form(subject, "cost", "cost", "costs");
        case "third" ->
            form(rest.get(1), rest.get(0), rest.get(0), English.thirdPerson(rest.get(0)));
        case "it" -> agreement(subject).plural() ? "them" : "it";
        case "they" -> pronoun(subject);
        case "digits" -> Integer.toString(((Numeral) fillers.get(subject)).value());
        case "poss" -> possessive(agreement(subject)) + " " + nounPhrase("", tail(rest));
        case "much" -> agreement(subject).plural() ? "many" : "much";
        case "deictic" -> agreement(subject).plural() ? "these" : "this";
        case "a" -> nounPhrase(agreement(nounName(rest)).plural() ? "" : "a ", rest);
        case "this" -> nounPhrase(agreement(nounName(rest)).plural() ? "these " : "this ", rest);
        case "one" ->
            "the "
                + adjectives(rest).get(0).english()
                + (agreement(nounName(rest)).plural() ? " ones" : " one");
        default -> nounPhrase(head + " ", rest);
      };
    }

    private String nounName(List<String> names) {
      return names.stream()
          .filter(name -> fillers.get(name) instanceof NounForm)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no noun in " + names));
    }

    private String nounPhrase(String determiner, List<String> names) {
      String modifiers =
          adjectives(names).stream().map(a -> a.english() + " ").collect(Collectors.joining());
      return determiner + modifiers + noun(names).english();
    }

    private String verb(Verb verb, List<String> rest) {
      String form = rest.isEmpty() ? "base" : rest.get(0);
      String word =
          switch (form) {
            case "base" -> verb.base();
            case "past" -> verb.past();
            case "pp" -> verb.participle();
            case "ing" -> English.progressive(verb.base());
            default -> form(form, verb.base(), verb.base(), English.thirdPerson(verb.base()));
          };
      return word + withObject(verb, rest);
    }

    /** "try it on", but "look for it". */
    private String withObject(Verb verb, List<String> rest) {
      String object =
          rest.stream()
              .filter(word -> word.startsWith("^"))
              .map(word -> agreement(word.substring(1)).plural() ? " them" : " it")
              .collect(Collectors.joining());
      return English.isParticle(verb.englishTail())
          ? object + verb.englishTail()
          : verb.englishTail() + object;
    }

    private String form(String subject, String first, String plural, String third) {
      Agreement agreement = agreement(subject);
      if (agreement.plural()) {
        return plural;
      }
      return agreement.person() == 1 ? first : third;
    }

    private String pronoun(String name) {
      if (fillers.get(name) instanceof Subject) {
        Agreement agreement = agreement(name);
        return List.of(
                "I",
                "you",
                agreement.gender() == Gender.FEMININE ? "she" : "he",
                "we",
                "you",
                "they")
            .get(agreement.row());
      }
      return agreement(name).plural() ? "they" : "it";
    }

    private static String possessive(Agreement owner) {
      String third = owner.gender() == Gender.FEMININE ? "her" : "his";
      return List.of("my", "your", third, "our", "your", "their").get(owner.row());
    }

    @Override
    protected String joinWords(String sentence) {
      return English.chooseIndefinite(sentence);
    }
  }

  /**
   * French directives: noun phrases {@code {le j x}}, after a preposition {@code {de le x}},
   * partitive {@code {du x}}; verbs {@code {v s pc -pas ^x}}, where {@code -} gives the negator,
   * {@code +} the adverb, {@code ^} the clitic and {@code @} a preceding object for the participle
   * to agree with; {@code {ask v s pres}} for a question; {@code {j x}} and {@code {=ouvert x}} for
   * adjectives after être; {@code {il x}}, {@code {-le x}} pronouns.
   */
  static final class FrenchWriter extends Writer {
    FrenchWriter(Map<String, Filler> fillers) {
      super(fillers);
    }

    @Override
    protected String carryOut(List<String> words) {
      String head = words.get(0);
      Filler filler = fillers.get(head);
      if (filler instanceof Adjective adjective) {
        return adjective.french(
            words.size() > 1 ? agreement(words.get(1)) : new Agreement(3, Gender.MASCULINE, false));
      }
      if (filler instanceof Numeral numeral) {
        return number(numeral.value(), tail(words));
      }
      if (filler instanceof Subject subject) {
        return subject.french();
      }
      if (filler instanceof Name name) {
        return name.gender() == null ? name.french() : name(name);
      }
      if (filler instanceof Phrase phrase) {
        return words.size() > 1
            ? French.contract(phrase.french(), carryOut(tail(words)))
            : phrase.french();
      }
      if (filler instanceof NounForm) {
        return nounPhrase(words);
      }
      if (words.size() > 2 && French.Tense.isName(words.get(2))) {
        return verb(words, false);
      }
      return head.startsWith("=")
          ? participle(head.substring(1), words.get(1))
          : function(head, tail(words));
    }

    private String function(String head, List<String> rest) {
      return switch (head) {
        case "ask" -> question(rest);
        case "il" -> French.subjectPronoun(agreement(rest.get(0)));
        case "l" -> French.objectPronoun(agreement(rest.get(0)));
        case "-le" -> "-" + French.objectPronoun(agreement(rest.get(0)));
        case "digits" -> Integer.toString(((Numeral) fillers.get(rest.get(0))).value());
        case "à", "de" -> afterPreposition(head, rest);
        case "du" ->
            noun(rest).plural()
                ? withDeterminer("un", rest)
                : French.contract("de", withDeterminer("le", rest));
        case "poss" -> withDeterminer(French.possessive(agreement(rest.get(0))), tail(rest));
        case "autre" ->
            (noun(rest).plural()
                    ? "d'autres "
                    : French.determiner("un", agreement(rest.get(0)), "") + " autre ")
                + nounPhrase(rest);
        case "l'autre" -> (noun(rest).plural() ? "les autres " : "l'autre ") + nounPhrase(rest);
        case "tout" -> noun(rest).noun().gender() == Gender.FEMININE ? "toutes" : "tous";
        case "plus" -> superlative(rest);
        case "seul" -> nominalised(rest);
        case "comparatif" -> comparative(rest);
        default -> withDeterminer(head, rest);
      };
    }

    private String afterPreposition(String preposition, List<String> rest) {
      if (!(fillers.get(rest.get(0)) instanceof Name name)) {
        return French.contract(preposition, carryOut(rest));
      }
      if (name.gender() == null) {
        return French.contract(preposition, name.french());
      }
      boolean bare =
          !name.plural()
              && (name.gender() == Gender.FEMININE || French.startsWithVowelSound(name.french()));
      if (bare) {
        return (preposition.equals("à") ? "en " : "de ") + name.french();
      }
      return French.contract(preposition, name(name));
    }

    /** A country with its article. */
    private static String name(Name country) {
      Agreement agreement = new Agreement(3, country.gender(), country.plural());
      return French.determiner("le", agreement, country.french()) + " " + country.french();
    }

    private String number(int value, List<String> rest) {
      if (rest.isEmpty()) {
        return French.number(value, Gender.MASCULINE);
      }
      if (rest.get(0).equals("f")) {
        return French.number(value, Gender.FEMININE);
      }
      NounForm form = noun(rest);
      return French.number(value, form.noun().gender()) + " " + form.french();
    }

    private String withDeterminer(String determiner, List<String> names) {
      NounForm form = noun(names);
      String phrase = nounPhrase(names);
      boolean startsWithAdjective = adjectives(names).stream().anyMatch(Adjective::preposed);
      if (determiner.equals("un") && form.plural() && startsWithAdjective) {
        return "de " + phrase;
      }
      return French.determiner(determiner, form.agreement(), phrase) + " " + phrase;
    }

    /** Noun with its adjectives, each on the side where French has it. */
    private String nounPhrase(List<String> names) {
      NounForm form = noun(names);
      String phrase = form.french();
      List<Adjective> nearestFirst = new ArrayList<>(adjectives(names));
      Collections.reverse(nearestFirst);
      for (Adjective adjective : nearestFirst) {
        phrase =
            adjective.preposed()
                ? beforeNoun(adjective, form.agreement(), phrase) + " " + phrase
                : phrase + " " + adjective.french(form.agreement());
      }
      return phrase;
    }

    /** "bel", "nouvel", "vieil" before a vowel. */
    private static String beforeNoun(Adjective adjective, Agreement noun, String next) {
      boolean special =
          noun.gender() == Gender.MASCULINE && !noun.plural() && French.startsWithVowelSound(next);
      return special ? adjective.beforeVowel() : adjective.french(noun);
    }

    /** "le plus beau musée", "l'hôtel le plus cher". */
    private String superlative(List<String> names) {
      NounForm form = noun(names);
      Adjective adjective = adjectives(names).get(0);
      String noun = form.french();
      String article = French.determiner("le", form.agreement(), "");
      String degree = compared(adjective, form.agreement());
      return adjective.preposed()
          ? article + " " + degree + " " + noun
          : article + " " + noun + " " + article + " " + degree;
    }

    private String comparative(List<String> names) {
      return compared(adjectives(names).get(0), agreement(names.get(1)));
    }

    /** "plus grand", but "meilleur" for better and "moins cher" for cheaper. */
    private static String compared(Adjective adjective, Agreement agreement) {
      return switch (adjective.english()) {
        case "good" ->
            "meilleur"
                + (agreement.gender() == Gender.FEMININE ? "e" : "")
                + (agreement.plural() ? "s" : "");
        case "cheap" ->
            "moins "
                + (agreement.gender() == Gender.FEMININE ? "chère" : "cher")
                + (agreement.plural() ? "s" : "");
        default -> "plus " + adjective.french(agreement);
      };
    }

    /** The adjective with an article and no noun: "la rouge". */
    private String nominalised(List<String> names) {
      NounForm form = noun(names);
      String adjective = adjectives(names).get(0).french(form.agreement());
      return French.determiner("le", form.agreement(), adjective) + " " + adjective;
    }

    private String participle(String masculine, String name) {
      Agreement agreement = agreement(name);
      String form = agreement.gender() == Gender.FEMININE ? French.feminine(masculine) : masculine;
      return agreement.plural() ? French.pluralAdjective(form) : form;
    }

    /** Inversion with a pronoun other than "je", "est-ce que" with the rest. */
    private String question(List<String> words) {
      if (fillers.get(words.get(1)) instanceof Subject subject) {
        boolean inverts = subject.isPronoun() && subject.agreement().row() != 0;
        return inverts
            ? verb(words, true)
            : "est-ce que " + subject.french() + " " + verb(words, false);
      }
      return verb(words, true);
    }

    private String verb(List<String> words, boolean inverted) {
      Agreement subject = agreement(words.get(1));
      French.Tense tense = French.Tense.valueOf(words.get(2).toUpperCase());
      French.Setting setting = setting(words.subList(3, words.size()), inverted);
      return fillers.get(words.get(0)) instanceof Verb verb
          ? French.verbGroup(verb.french(), verb.frenchTail(), subject, tense, setting)
          : French.verbGroup(words.get(0).replace('_', ' '), "", subject, tense, setting);
    }

    private French.Setting setting(List<String> options, boolean inverted) {
      String negator = null;
      String adverb = null;
      String clitic = null;
      Agreement object = null;
      boolean underNegation = false;
      for (String option : options) {
        String value = option.substring(1);
        switch (option.charAt(0)) {
          case '-' -> negator = value.replace('_', ' ');
          case '+' ->
              adverb =
                  fillers.get(value) instanceof Phrase phrase
                      ? phrase.french()
                      : value.replace('_', ' ');
          case '@' -> object = agreement(value);
          case '!' -> underNegation = true;
          case '^' -> {
            boolean referring = fillers.containsKey(value);
            object = referring ? agreement(value) : object;
            clitic = referring ? French.objectPronoun(object) : value;
          }
          default -> throw new IllegalArgumentException("option " + option);
        }
      }
      return new French.Setting(negator, adverb, clitic, object, inverted, underNegation);
    }

    @Override
    protected String joinWords(String sentence) {
      return French.elide(sentence);
    }
  }

  // ---------------------------------------------------------------------------------------------
  // Splits
  // ---------------------------------------------------------------------------------------------

  /** Draws pairs and deals them out to the splits. */
  static final class Splitter {
    /** One combination in this many is kept out of train, valid and test. */
    static final int HELD_OUT_ONE_IN = 16;

    /** How often each unit of a pair of test-compositional occurs in train, at least. */
    static final int MIN_UNIT_COUNT = 12;

    /** After so many fruitless draws in a row a template counts as used up. */
    private static final int MAX_FRUITLESS_DRAWS = 40;

    private final List<Template> templates;
    private final Random random = new Random(SEED);
    private final Sampler sampler;
    private final Map<String, String> frenchOf = new TreeMap<>();
    private final Set<String> frenchSentences = new HashSet<>();
    private final List<Pair> ordinary = new ArrayList<>();
    private final List<Pair> compositional = new ArrayList<>();

    Splitter(Lexicon lexicon, List<Template> templates) {
      this.templates = templates;
      this.sampler = new Sampler(lexicon, random);
    }

    Map<String, List<Pair>> split() {
      List<Pair> expressions = expressions();
      drawPairs(TRAIN_COUNT + 2 * HELD_BACK_COUNT - expressions.size());
      Collections.shuffle(ordinary, random);
      List<Pair> train = new ArrayList<>(expressions);
      train.addAll(ordinary.subList(2 * HELD_BACK_COUNT, ordinary.size()));
      Collections.shuffle(train, random);
      Map<String, List<Pair>> splits = new LinkedHashMap<>();
      splits.put("train", train);
      splits.put("valid", ordinary.subList(HELD_BACK_COUNT, 2 * HELD_BACK_COUNT));
      splits.put("test", ordinary.subList(0, HELD_BACK_COUNT));
      splits.put("test-compositional", selectCompositional(train));
      return splits;
    }

    /** Expressions without slots can only be learnt by heart, so all of them go to train. */
    private List<Pair> expressions() {
      List<Pair> pairs = new ArrayList<>();
      for (List<String> row : Lexicon.rows(EXPRESSIONS)) {
        Pair pair = new Pair(row.get(0), row.get(1), List.of());
        if (!isNew(pair)) {
          throw new IllegalStateException("repeated expression: " + pair);
        }
        pairs.add(pair);
      }
      return pairs;
    }

    /** Goes round the templates, one new pair from each, until there are enough. */
    private void drawPairs(int wanted) {
      int[] fruitless = new int[templates.size()];
      while (ordinary.size() < wanted) {
        boolean alive = false;
        for (int i = 0; i < fruitless.length && ordinary.size() < wanted; i++) {
          boolean found = false;
          while (!found && fruitless[i] < MAX_FRUITLESS_DRAWS) {
            found = drawOne(templates.get(i));
            fruitless[i] = found ? 0 : fruitless[i] + 1;
          }
          alive |= found;
        }
        if (!alive) {
          throw new IllegalStateException("templates used up at " + ordinary.size());
        }
      }
      Set<String> used = unitCounts(ordinary).keySet();
      for (Template template : templates) {
        if (!used.contains(template.unit())) {
          throw new IllegalStateException("nothing comes of " + template);
        }
      }
    }

    private boolean drawOne(Template template) {
      Pair pair = sampler.draw(template);
      if (pair == null || !isNew(pair)) {
        return false;
      }
      boolean heldOut = pair.combinations().stream().anyMatch(Splitter::isHeldOut);
      (heldOut ? compositional : ordinary).add(pair);
      return true;
    }

    /** Whether both sentences are new; one English sentence must never have two translations. */
    private boolean isNew(Pair pair) {
      String known = frenchOf.putIfAbsent(pair.english(), pair.french());
      if (known != null && !known.equals(pair.french())) {
        throw new IllegalStateException("two translations: " + pair + " / " + known);
      }
      return known == null && frenchSentences.add(pair.french());
    }

    static boolean isHeldOut(String combination) {
      long hash = SEED;
      for (int i = 0; i < combination.length(); i++) {
        hash = 31 * hash + combination.charAt(i);
      }
      return new SplittableRandom(hash).nextInt(HELD_OUT_ONE_IN) == 0;
    }

    /** Takes the pairs template by template, in turn, so that no template dominates. */
    private List<Pair> selectCompositional(List<Pair> train) {
      Map<String, Integer> counts = unitCounts(train);
      Collections.shuffle(compositional, random);
      Map<String, List<Pair>> byTemplate = new TreeMap<>();
      compositional.stream()
          .filter(
              p -> p.units().stream().allMatch(u -> counts.getOrDefault(u, 0) >= MIN_UNIT_COUNT))
          .forEach(p -> byTemplate.computeIfAbsent(templateOf(p), key -> new ArrayList<>()).add(p));
      List<Pair> selected = new ArrayList<>();
      for (int turn = 0; selected.size() < HELD_BACK_COUNT; turn++) {
        for (List<Pair> pairs : byTemplate.values()) {
          if (turn < pairs.size() && selected.size() < HELD_BACK_COUNT) {
            selected.add(pairs.get(turn));
          }
        }
      }
      Collections.shuffle(selected, random);
      return selected;
    }

    private static String templateOf(Pair pair) {
      return pair.units().get(pair.units().size() - 1);
    }
  }

  static Map<String, Integer> unitCounts(List<Pair> pairs) {
    Map<String, Integer> counts = new TreeMap<>();
    pairs.forEach(pair -> pair.units().forEach(unit -> counts.merge(unit, 1, Integer::sum)));
    return counts;
  }

  /** Checks on the finished corpus what the card promises. */
  static final class Verifier {
    private static final Pattern ENGLISH = Pattern.compile("[\\p{Lu}\\p{N}].*[^ ][.?!]");
    private static final Pattern FRENCH = Pattern.compile("[\\p{Lu}\\p{N}].*([^ ]\\.| [?!])");
    private static final Pattern BAD_SPACING =
        Pattern.compile(" {2}|^ | $| [.,]|[^ ][?!:;]|[^\\P{C}]");

    /** What a missing elision or contraction would look like. */
    private static final Pattern BAD_FRENCH =
        Pattern.compile(
            "(?iU)\\b(je|ne|de|que|me|se|le|la|ce)"
                + " (?!y\\b|onze|huit|haricot|oui|Havre)[aeiouéèêâîôh]\\p{L}*|\\b(de|à) les?"
                + " (?!\\p{L}+(er|ir|re)\\b)|[{}~@^|]");

    private final Map<String, List<Pair>> splits;

    Verifier(Map<String, List<Pair>> splits) {
      this.splits = splits;
    }

    void verify() {
      splits.forEach(
          (name, pairs) -> {
            int expected = name.equals("train") ? TRAIN_COUNT : HELD_BACK_COUNT;
            require(pairs.size() == expected, "size of " + name);
          });
      splits.values().forEach(pairs -> pairs.forEach(Verifier::verifyForm));
      verifyDistinct(Pair::english);
      verifyDistinct(Pair::french);
      verifyCompositional();
    }

    private static void verifyForm(Pair pair) {
      String both = pair.english() + "\n" + pair.french();
      require(Normalizer.isNormalized(both, Normalizer.Form.NFC), "not NFC: " + both);
      require(ENGLISH.matcher(pair.english()).matches(), "form of " + pair.english());
      require(FRENCH.matcher(pair.french()).matches(), "form of " + pair.french());
      require(!BAD_SPACING.matcher(pair.french()).find(), "spacing of " + pair.french());
      require(
          !pair.english().matches(".*( {2}| [.,?!]|[{}~@^|]).*"), "spacing of " + pair.english());
      var bad = BAD_FRENCH.matcher(pair.french());
      require(!bad.find(), "elision or contraction in " + pair.french());
    }

    private void verifyDistinct(Function<Pair, String> side) {
      Set<String> seen = new HashSet<>();
      splits
          .values()
          .forEach(pairs -> pairs.forEach(p -> require(seen.add(side.apply(p)), "repeated: " + p)));
    }

    private void verifyCompositional() {
      Set<String> seen = new HashSet<>();
      for (String name : List.of("train", "valid", "test")) {
        splits.get(name).forEach(pair -> seen.addAll(pair.combinations()));
      }
      Map<String, Integer> counts = unitCounts(splits.get("train"));
      ToIntFunction<String> count = unit -> counts.getOrDefault(unit, 0);
      for (Pair pair : splits.get("test-compositional")) {
        require(!seen.containsAll(pair.combinations()), "nothing new in " + pair);
        require(
            pair.units().stream().allMatch(u -> count.applyAsInt(u) >= Splitter.MIN_UNIT_COUNT),
            "unit too rare in " + pair);
      }
    }

    private static void require(boolean condition, String what) {
      if (!condition) {
        throw new IllegalStateException("corpus check failed: " + what);
      }
    }
  }

  // ---------------------------------------------------------------------------------------------
  // Files
  // ---------------------------------------------------------------------------------------------

  /** Writes the text files and the card with their checksums. */
  static final class CorpusWriter {
    private static final String CARD =
        """
        name: phrasebook-en-fr
        description: >-
          Everyday and travel sentences in English and French, made from a hand-written grammar and
          lexicon: hotel, restaurant, transport, directions, shopping, times and dates, health,
          family, work, weather. British English; "you" is always "vous"; "they" without an
          antecedent is "ils"; mixed groups and "we" take the masculine plural; where French would
          show the gender of "I" or "you", the English tells it or the sentence is left out.
          Questions invert a pronoun subject and take "est-ce que" with "je" or a noun. French has
          an ordinary apostrophe and one ordinary space before ? ! : and ;. Each English and each
          French sentence occurs once in the whole corpus. Each pair of test-compositional holds a
          combination (template and word, adjective and noun, verb and object, two nouns) that no
          other split holds, of parts that each occur at least 12 times in train.
        licence: CC0-1.0
        made: java Generator.java
        languages: [en, fr]
        splits:
        """;

    private CorpusWriter() {}

    static void write(Path directory, Map<String, List<Pair>> splits) throws IOException {
      Files.createDirectories(directory.toAbsolutePath());
      StringBuilder card = new StringBuilder(CARD);
      for (Map.Entry<String, List<Pair>> split : splits.entrySet()) {
        List<Pair> pairs = split.getValue();
        card.append("  %s:\n    count: %d\n    files:\n".formatted(split.getKey(), pairs.size()));
        String stem = split.getKey();
        card.append(writeSide(directory, stem + ".en", "en", pairs.stream().map(Pair::english)));
        card.append(writeSide(directory, stem + ".fr", "fr", pairs.stream().map(Pair::french)));
      }
      Files.writeString(directory.resolve("corpus.yaml"), card);
    }

    private static String writeSide(
        Path directory, String file, String language, Stream<String> lines) throws IOException {
      byte[] bytes =
          lines
              .map(line -> line + "\n")
              .collect(Collectors.joining())
              .getBytes(StandardCharsets.UTF_8);
      Files.write(directory.resolve(file), bytes);
      return "      %s: {path: %s, sha256: %s}\n".formatted(language, file, sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every JDK has SHA-256", e);
      }
    }
  }
}
