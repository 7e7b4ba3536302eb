"""Given names that are no everyday words: evidence where case or grammar leaves a name open.

Names with 3,000 births or more since 1940 in the counts of the US Social Security Administration
(public domain), short forms, and frequent names of other origins. Names that are words, places or
theorists (will, grace, austin, beck) are left out: `names` asks more of them. It does not know
who bears a name.
"""

from bot.identifiers.words import listed

_GIVEN_NAMES = listed(
    """
    aaden aaliyah aarav aaron abagail abbey abbie abbigail abby abbygail abdiel abdul abdullah
    abe abel abelardo abigail abigale abigayle abner abraham abram abrianna abrielle abril
    acacia adalberto adalyn adalynn adam adan addie addilyn addison addisyn addyson ade adela
    adelaide adele adelina adeline adelyn adelynn aden adilene adina adison aditya adolfo adolph
    adonis adrain adria adrian adriana adriane adrianna adrianne adriel adrien adrienne adyson
    aedan afton agnes agustin ahmad ahmed aida aidan aiden aidyn aileen aimee ainsley aisha
    aislinn aiyana aiyanna aja ajay akeem akira alain alaina alan alana alanah alani alanna
    alannah alaya alayah alayna alaysia alba albert alberta alberto alden aldo alea aleah alec
    alecia aleena aleigha alejandra alejandro alek alena alesha alesia alessandra alessandro
    aleta aletha alethea alex alexa alexander alexandra alexandre alexandrea alexandria
    alexandro alexi alexia alexis alexus alexys alexzander alfonso alfonzo alfred alfreda
    alfredo alia aliah aliana alice alicia alijah alina alisa alise alisha alisia alison alissa
    alisson alivia alix aliya aliyah aliza allan allen allie allison allyn allyson allyssa
    alondra alonso alonzo alora alphonse alphonso althea alton alva alvaro alvin alyce alycia
    alysa alyse alysha alysia alyson alyssa alyssia alyvia amalia amanda amani amar amara amare
    amari amarion amaris amaya amberly ambrose ameer amelia amelie america ami amia amiah amie
    amina aminah amir amira amirah amiya amiyah ammon amos amy amya anabel anabella anabelle
    anahi anais analia analisa analise anastacia anastasia anaya anders anderson andi andie
    andra andre andrea andreas andres andrew andria andy angela angeles angelia angelic angelica
    angelina angeline angelique angelita angella angelo angie angus anibal anika anisa anisha
    anissa anita anitra aniya aniyah anjali anjelica ann anna annabel annabell annabella
    annabelle annalee annaliese annalisa annalise annamaria annamarie anne anneliese annelise
    annemarie annetta annette annie annika annmarie ansley anson anthony antione antionette
    antoine antoinette anton antone antonella antonette antonia antonio antony antwan antwon
    anya arabella araceli aracely archer archie arden areli arely aretha ari aria ariah arian
    ariana ariane arianna arianne aric arie ariel ariella arielle aries arin arjun arleen arlen
    arlene arlette arlie arline arlo arman armand armando armani arnold arnoldo arnulfo aron
    arron arthur artie artis arturo arvin arya aryan aryana aryanna asha ashanti ashely asher
    ashlea ashlee ashleigh ashley ashli ashlie ashly ashlyn ashlynn ashton ashtyn astrid athena
    atticus aubree aubrey aubri aubrianna aubrie aubry audie audra audrey audriana audrianna
    audrina augustine augustus aundrea aurelia aurelio aurora austen austyn autum ava avah averi
    averie avery avi aviana avis avraham axel aya ayaan ayana ayanna aydan ayden aydin ayesha
    ayla ayleen aylin azalea azaria azariah aziz azucena azul bailee bailey bambi bao barb
    barbara barbie barbra barney baron barrett barron bart barton baylee bayleigh baylie baylor
    bea beatrice beatriz beckett beckham becky belen belinda bella belle ben benedict benita
    benito benjamen benjamin bennett bennie benny benson benton berenice berkley bernadette
    bernadine bernard bernardo bernice bernie bert berta bertha bertram beryl bessie beth
    bethanie bethany beto betsy bette bettie bettina betty bettye beulah beverley beverly bianca
    bilal billie billy bishop blaine blair blaire blaise blake blakely blanche blane blayne
    blythe bobbi bobbie bobby bonita bonnie bonny booker boris bowen boyd brad braden bradford
    bradlee bradley bradly brady bradyn braeden braedon braelyn braelynn braiden brandan brandee
    branden brandi brandie brandon brandt brandyn brannon branson brant brantley braulio braxton
    brayan brayden braydon braylee braylen braylin braylon brea breana breann breanna breanne
    brecken bree breeanna brenda brendan brenden brendon brenna brennan brennen brennon brent
    brenton breonna bret brett bria brian briana brianna brianne briar brice bridger bridget
    bridgett bridgette brieanna briella brielle brien brigette brighton brigid brigitte briley
    brinley brionna brisa bristol britany britney britni britt britta brittaney brittani
    brittanie brittany brittney brittni brittny britton brock broderick brodie brody brogan
    bronson bronwyn brooke brookelyn brooklynn brooks bruce bruno bryan bryana bryanna bryant
    bryce brycen brylee bryn brynlee brynn bryon bryson buffy buford burt burton butch byron
    cade caden cael caesar caiden cailey cailin cailyn cain caitlin caitlyn caitlynn cale caleb
    caleigh cali calista callan callen calli callie callum calvin cambria camdyn cameron cameryn
    cami camila camilla camille camilo cammie campbell camren camron camryn candace candice
    candida candis caprice cara caren carey cari carie carin carina carissa carl carla carlee
    carleen carleigh carlene carley carli carlie carlin carlo carlos carlotta carlton carly
    carlyn carmel carmela carmelita carmella carmelo carmen carmine carnell carolann carole
    carolee caroline carolyn carolynn caron carri carrie carrington carrol carroll carsen carson
    carsyn cary caryl caryn casandra casen casey casie cason cassandra cassidy cassie cassius
    cassondra catalina catharine catherine cathie cathleen cathrine cathryn cathy catina catrina
    cayden cayla caylee cecelia cecil cecile cecilia cecily cedric cedrick celena celeste
    celestine celia celina celine cesar chace chadwick chaim chana chanda chandra chanelle
    channing chantal chante chantel chantell chantelle charis charissa charisse charla charlee
    charleen charleigh charlene charles charlette charley charli charlie charline charlize
    charmaine chasity chassidy chauncey chaya chaz chelsey chelsi chelsie chelsy cheri cherie
    cherise cherri cherrie cheryl cheryle chester chet chevy cheyanne cheyenne chiara chidi
    china chiquita chloe chris chrissy christa christal christel christi christiana christie
    christin christina christine christofer christoper christophe christopher chrystal chuy
    chyna ciara ciarra ciera cierra cinda cindi cindy cinthia citlali clair claire clara clare
    clarence clarice clarissa clark clarke claude claudette claudia claudine claudio clayton
    clement cleo clifford clifton clint clinton cloe clyde coby codey codi codie cody cohen
    colby coleen colette colin colleen collette collin collins colten colter colton concepcion
    concetta conner connie connor conor conrad constantine consuelo cora corbin cordelia cordell
    corey cori corie corina corine corinna corinne cornelia cornelius cornell corrie corrina
    corrine cortez cortney corwin cory coty courtland courtney coy craig cris crista cristal
    cristi cristian cristin cristina cristine cristobal cristofer cristopher cristy crosby
    cullen curt curtis curtiss cydney cyndi cynthia cyril cyrus dahlia daisha dajuan dakoda
    dakotah daleyza dalia dalila dalilah dallin dalton damari damarion damaris dameon damian
    damien damion damon dan dana danae dandre danelle danette dangelo dani dania danial danica
    daniel daniela daniele daniella danielle danika danita danna dannie dannielle danny dante
    danya danyel danyelle daphne daquan dara darby darci darcie darcy darell daren daria darian
    dariel darien darin dario darion darius darla darleen darlene darline darnell daron darrel
    darrell darren darrian darrick darrien darrin darrion darrius darron darryl darwin daryl
    daryn dasha dashawn dasia dave davian david davida davin davina davion davon davonte dawna
    dawson dax daxton dayana dayanara dayna dayne deana deandra deandre deangelo deann deanna
    deanne deasia deb debbie debbra debby debi debora deborah debra debrah declan dedra dedrick
    dee deedee deena deidra deidre deion deirdre deja dejuan delana delaney delanie delano
    delbert delia delilah delisa delma delmar delois delores deloris delphine delton delvin
    demarco demarcus demario demetra demetri demetria demetrice demetris demetrius demi demond
    dena deneen denice denis denise denisha denisse dennie dennis dennise denny denton denzel
    deon deondre deonna deontae deonte dequan dereck derek deric derick derik deron derrell
    derrick derwin desean deshaun deshawn desirae desiree desmond destany destin destinee
    destiney destini devan devante deven devin devlin devon devonte devorah devyn dewayne dewey
    dexter dian diana diane diann dianna dianne dick dickie diego dilan dillan dillion dillon
    dimitri dina dinah dino dion dionna dionne dirk dixie diya dmitri dollie dolores domenic
    domenick domingo dominic dominick dominik dominique dominque domonique dona donald donavan
    donavon donell donita donn donna donnell donnie donny donovan donta dontae donte dora dorcas
    doreen dorene doretha dori dorian dorinda doris dorothea dorothy dorthy dottie doug douglas
    douglass doyle draven dre dru duane dudley duke duncan dustin dwain dwaine dwayne dwight
    dylan dyllan dylon eamon ean earle earlene earline earnestine eboni ebony eddie eddy edgar
    edgardo edie edison edith edmond edmund edna eduardo edward edwardo edwin edwina effie
    efrain efren eileen elaina elaine elan elana elayna elbert eldon eleanor eleazar elena eleni
    eli elia elian eliana elianna elias elicia elida eliezer elif elijah elin elina elinor eliot
    elisa elisabeth elise eliseo elisha elissa eliza elizabeth ella elle ellen ellery elliana
    ellie elliot elliott ellison elly ellyn elma elmer elnora eloisa eloise elora elouise eloy
    elroy elsa elsie elton elva elvia elvin elvira elvis elwood ely elyse elysia elyssa emalee
    emani emanuel ember emelia emely emerson emersyn emil emile emilee emilia emiliano emilie
    emilio emily emma emmalee emmaline emmalyn emmanuel emmet emmett emmie emmitt emmy emory
    enid enoch enrico enrique enzo ephraim erasmo eric erica erich erick ericka erik erika erin
    erinn erlinda erma ernestina ernestine ernesto ernie errol ervin erwin eryn esme esmeralda
    esperanza essie esteban estefani estefania estefany estela estella estelle ester estevan
    esther estrella ethan ethel ethen etta eugene eugenia eugenio eula eunice eva evalyn evan
    evangelina evangeline evelin evelyn evelynn everardo everett everette everly evette evie
    evin evon evonne ezekiel ezequiel ezra fabian fabiola fallon fannie farah farrah farrell
    fatima fatou fatoumata fay faye federico felecia felice felicia felipe felisha felix felton
    femi ferdinand fermin fernanda fernando fidel finley finn finnegan fiona fisher flor flora
    florence floyd flynn fonda fran frances francesca francesco franchesca francine francis
    francisca francisco franco franklyn fred freda freddie freddy frederic frederick fredric
    fredrick fredy freeman freida freya frida frieda gabby gabe gabriel gabriela gabriella
    gabrielle gael gaige galen galilea gannon gareth garett garland garret garrett garrick
    garrison garry garth gary gaven gavin gavyn gaye gayla gayle gemma gena genaro genevieve
    gentry geoffrey george georgette georgiana georgianna georgie georgina geovanni gerald
    geraldine geralyn gerard gerardo geri germaine gerri gerry gertrude gia giada gian giana
    giancarlo gianna gianni giavanna gibson gideon gigi gil gilbert gilberto gilda gillian gina
    ginny gino giovani giovanna giovanni giovanny gisela gisele giselle gisselle giulia giuliana
    giuseppe gladys glenda glenn glenna gloria glynn goldie gonzalo gordon gracelyn gracelynn
    gracie graciela gracyn grady graham grayson grecia greg gregg greggory gregorio gregory
    greta gretchen greyson griffin griselda grover guadalupe guillermo gunnar gus gustavo gwen
    gwendolyn gwyneth hadassah haden hadley haiden hailee hailey hailie hakeem haleigh haley
    hali halie halle halley hallie hamid hamilton hamza hana hank hanna hannah hans harlan
    harlee harlie harlow harold harper harriet harriett harris harvey hasan hassan hattie haydee
    hayden hayes haylee hayleigh hayley haylie haywood hector heidi heidy helen helena helene
    hellen henri henrietta henry herbert heriberto herlinda herman hernan herschel hershel
    hezekiah hilario hilary hilda hillary hilton hiram hiroshi holden holley holli hollie hollis
    homer homero horace horacio hosea howard hoyt hubert huey hugh hugo humberto ian ibrahim ida
    iesha ignacio ike iker ikram ilana ileana ilene iliana iman imani imelda immanuel imogene
    ines inez ingrid irene irma irvin irving irwin isaac isaak isabel isabela isabell isabella
    isabelle isai isaiah isaias isela isha ishmael isiah isidro isis isla ismael isreal issac
    itzel ivan ivana ivanna ivette ivey ivonne iyana iyanna izabella izabelle izaiah izzy jabari
    jacalyn jace jacey jaci jacie jacinda jacinta jackeline jackelyn jacki jackie jacklyn jacky
    jaclyn jacob jacobi jacoby jacque jacquelin jacqueline jacquelyn jacquelynn jacques
    jacquline jacqulyn jacy jada jaden jadon jadyn jaeden jaedyn jael jaelyn jaelynn jagger
    jaheim jai jaida jaiden jaidyn jailyn jaime jaimee jaimie jair jairo jakayla jake jakob
    jakobe jaleel jaleesa jalen jalisa jalissa jaliyah jalyn jalynn jamaal jamal jamar jamarcus
    jamari jamarion jame jamel james jameson jamey jami jamia jamie jamil jamila jamin jamir
    jamison jammie jamya jana janae janay janaya jane janee janeen janel janell janelle janene
    janessa janet janeth janette janey janiah janice janie janine janiya janiyah janna jannette
    jannie jaquan jaquelin jaqueline jared jaren jarett jarod jaron jarred jarrell jarret
    jarrett jarrod jarvis jase jasen jasiah jaslyn jasmin jasmine jasmyn jasmyne jason jasper
    javan javen javier javion javon javonte jax jaxen jaxon jaxson jaxton jayce jaycee jayceon
    jaycie jaycob jayda jaydan jayde jayden jaydin jaydon jaye jayla jaylah jaylan jaylee
    jayleen jaylen jaylene jaylin jaylon jaylyn jaylynn jayme jaymie jayna jayne jayson jayvon
    jazlyn jazlynn jazmin jazmine jazmyn jazmyne jeana jeanetta jeanette jeanie jeanine jeanna
    jeanne jeannette jeannie jeannine jed jedidiah jeff jefferey jeffery jeffrey jeffry jelani
    jemma jena jenae jenelle jenifer jeniffer jenna jenni jennie jennifer jenny jensen jerad
    jerald jeramiah jeramie jeramy jere jered jerel jeremey jeremiah jeremie jeremy jeri jerica
    jerilyn jerimiah jermaine jerod jerold jerome jeromy jerrell jerri jerrica jerrie jerrod
    jerrold jesenia jesica jess jessa jessalyn jesse jessenia jessi jessica jessie jessika jessy
    jett jevon jewell jiho jill jillian jim jimena jimmie jimmy joan joana joanie joann joanna
    joanne joaquin jocelyn jocelyne jocelynn jodee jodi jodie joe joel joelle joellen joesph
    joey johan johana johann johanna john johnathan johnathon johnie johnna johnnie johnny
    johnpaul johnson joi joleen jolene jolie jolynn jon jonah jonas jonatan jonathan jonathon
    joni jonna jonnie jordana jorden jordin jordon jordy jordyn jordynn jorge jory jose josef
    josefina joselin joseline joseluis joselyn joseph josephine josette josey josh joshua josiah
    josie joslyn josue jourdan journee jovan jovani jovanni jovanny jovany joyce joycelyn juan
    juana juancarlos juanita judd jude judi judie judith judson judy jules juli julia julian
    juliana juliann julianna julianne julie julieann julien juliet julieta juliette julio julisa
    julissa jullian junior juniper justen justin justina justine justyn juwan kacey kaci kacie
    kacy kade kaden kadence kadin kadyn kaeden kaela kaelin kaelyn kaelynn kahlil kaia kaiden
    kaila kailee kailey kailyn kailynn kairi kaitlin kaitlyn kaitlynn kaiya kala kalani kale
    kalea kaleb kalee kaleigh kalen kaley kali kalia kalie kalin kaliyah kalli kallie kalvin
    kalyn kalynn kamari kamden kamdyn kameron kami kamila kamilah kamille kamren kamron kamryn
    kandace kandi kandice kandy kane kara karah karan kareem karen karena kari karie karim karin
    karina karis karissa karl karla karlee karleigh karlene karley karli karlie karly karmen
    karol karolina karolyn karon karri karrie karsen karson karsyn karter kary karyn kasandra
    kasen kasey kash kasie kason kassandra kassidy kassie katalina katarina kate katelin katelyn
    katelynn katerina katharine katherine katheryn kathi kathie kathleen kathlene kathlyn
    kathrine kathryn kathryne kathy kati katia katie katina katlin katlyn katlynn katrina katy
    kaya kaycee kayden kaydence kaye kayla kaylah kaylan kayle kaylee kayleen kayleigh kaylen
    kaylene kayley kayli kaylie kaylin kaylyn kaylynn kayson kaytlin keagan keanna keanu keara
    keaton kecia keegan keelan keeley keely keenan kegan keila keira keisha keith kelby kelcie
    keli kellan kellee kellen kelley kelli kellie kelly kelsea kelsey kelsi kelsie kelsy kelton
    kelvin kenan kendal kendall kendell kendra kendrick kendyl kenia kenisha kenji kenley kenna
    kennedi kenneth kennith kenny kensley kenton kentrell kenyatta kenyon kenzie keon keona kera
    keren keri kerri kerrie kerry kesha keshawn keshia kev kevan keven kevin kevon keyana
    keyanna keyla keyon keyonna keyshawn khadija khadijah khalid khalil khloe kia kiah kian
    kiana kianna kiara kiarra kiera kieran kierra kiersten kierstin kiki kiley killian kim
    kimber kimberlee kimberley kimberli kimberlie kimberly kimberlyn kimora kindra kingsley
    kinley kinsey kinsley kip kira kiran kirby kirk kirsten kirstie kirstin kirt kisha kiya knox
    kobe koby kodi kody kofi kolby kole kolten kolton konner konnor konrad kora korbin korey
    kori kortney kory kourtney kraig kris krish krishna krista kristal kristan kristen kristi
    kristian kristie kristin kristina kristine kristofer kristoffer kristopher kristy kristyn
    krysta krystal krysten krystin krystina krystle kurt kurtis kwame kya kye kyla kylah kylan
    kyle kylee kyleigh kyler kylie kymani kyndal kyndall kyra kyree kyrie kyron kyson lacey laci
    lacie ladarius ladonna laila lailah laine lainey lakeisha laken lakesha lakeshia lakisha
    lakshmi lamar lamont lamonte lana landen landon landry landyn lanette laney langston lani
    lanie lanita lanny laquita lara laraine larisa larissa laron larry lars lashanda lashawn
    lashonda latanya latasha latesha lathan latisha latonia latonya latosha latoya latrell
    latrice latricia laura laureen laurel lauren laurence lauretta lauri laurie lauryn lavern
    laverne lavon lavonda lavonne lawanda lawrence lawson layla laylah layne layton lazaro lea
    leah leana leander leandra leandro leann leanna leanne leeann leeanna leeanne leena leesa
    leia leif leigh leigha leighann leighton leila leilani leisa lela leland lelia lemuel lena
    lenard lennie lennon lennox lenny lenora lenore leo leola leon leona leonard leonardo leonel
    leonidas leonor leopoldo leora leroy lesa lesia leslee lesley lesli leslie lesly lessie
    lester leta letha leticia letitia levi levon lexi lexie lexis lexus leyla lia liam liana
    liane lianna libby lidia lila lilah lili lilia lilian liliana lilianna lilith lillian
    lilliana lillianna lillie lilly lilyana lilyanna lina linda linden lindsay lindsey lindy
    linette linh linnea lino linsey linwood lionel lisa lisbeth lisette lissa lissette lita
    litzy livia liz liza lizabeth lizbeth lizeth lizette lizzie lloyd logan lois lola lolita lon
    lona londyn loni lonna lonnie lonny lora loraine lorelai lorelei loren lorena lorene lorenza
    lorenzo loretta lori loriann lorie lorin lorinda lorna lorne lorraine lorri lorrie lottie
    louann louella louie louis louisa louise lourdes lowell loyd luana luann luanne luc luca
    lucas lucero lucia lucian luciana luciano lucie lucien lucille lucinda lucio lucius lucretia
    lucy luella luigi luis luisa luka lukas luke lula luna lupe lupita luther luz lydia lyla
    lylah lyle lyman lyn lynda lyndon lyndsay lyndsey lynette lynn lynne lynnette lynsey mabel
    mable macey machelle maci macie mackenzie macy madalyn madalynn madden maddie maddison
    maddox madeleine madeline madelyn madelynn madilyn madilynn madisen madisyn madonna madyson
    maegan maeve magali magaly magdalena magdalene magen maggie magnolia mahmoud mahogany mai
    maia maile maira maisie maison maiya makai makaila makala makayla makena makenna makenzi
    makenzie malachi malakai malaki malaya malaysia malcolm malcom maleah malena malia maliah
    malik malika malina malinda malissa maliyah malka mallorie mallory malorie mamie mandi mandy
    manny manuel manuela mara maranda marc marcel marcela marcelino marcell marcella marcelle
    marcello marcellus marcelo marci marcia marcie marco marcos marcus marcy maren margaret
    margarita margarito margery margie margo margot margret marguerite maria mariah mariam
    marian mariana mariann marianna marianne mariano maribel maribeth maricela marie mariel
    mariela marielle marietta marilee marilyn marilynn marin marina mario marion marisa marisela
    marisol marissa marita maritza mariyah marjorie markel markell marko markus marla marlee
    marleen marlen marlena marlene marley marlie marlin marlo marlon marlyn marlys marni marnie
    marques marquez marquis marquise marquita marsha marta martez martha marti martin martina
    marty marva marvin mary maryam maryann maryanne marybeth maryellen maryjane maryjo marylou
    mateo mathew mathias matias matilda matt matteo matthew matthias mattie maura maureen
    maurice mauricio mauro mavis maxie maxim maximilian maximiliano maximillian maximo maximus
    maxine maxwell maya maynard mayra mayson mckayla mckenna mckenzie meadow meagan meaghan
    mechelle meg megan meghan meghann mehmet mei mekhi melani melanie melany melba melia melina
    melinda melisa melissa mellisa mellissa melodie melonie melony melva melvin menachem
    meredith merissa merle merri merrick merrill merritt mervin meryl mia miah mica micaela
    micah micaiah michael michaela michal michale micheal michel michele michell michelle mickie
    migdalia miguel miguelangel mika mikael mikaela mikah mikal mikala mikayla mikel mikhail
    mila milagros milana mildred milena miley milissa millard miller millicent millie milo
    milton mimi mina mindi mindy minerva minh minnie mira miranda mireya miriam mirna misael
    misha missy misti mitch mitchel mitchell mitzi miya mohamed mohammad mohammed moira moises
    mollie molly mona monet monica monika monique monserrat montez montgomery montrell
    montserrat monty mordechai morgan moriah morris moses moshe muhammad muriel murphy murray
    mustafa mya myah myesha mykel myla mylee myra myranda myrna myron myrtle nadia nadine nailah
    naima nakia nalani nanci nancy nanette nannette naomi napoleon nash nasir nasreen natalee
    natali natalia natalie nataly natalya natasha nate nathalia nathalie nathaly nathan
    nathanael nathanial nathaniel nathen natosha naya nayeli neal ned nedra neha nehemiah neil
    nelda nell nellie nelly nelson nena nereida nestor nettie neva nevaeh neveah nevin ngozi nia
    nichelle nicholas nicholaus nichole nicki nickie nicklaus nickolas nicky nico nicola nicolas
    nicole nicolette nicolle nigel nikhil niki nikia nikita nikki nikko niko nikolai nikolas
    nikole nila niles nina nita niya noa noah noel noelia noelle noemi nola nolan nona noor nora
    norah norbert norberto noreen norma norris nuria nya nyah nyasia nydia nyla nylah oakley
    obed octavio odalys odell odin odis ofelia oksana olga olin oliver olivia ollie olu omar
    omari omarion omer ophelia oralia oren orin orion orrin orville oscar osvaldo oswaldo otha
    otis otto owen pablo paige paislee paisley paityn paloma pam pamala pamela pamella paola
    paolo parisa parris pasquale patrica patrice patricia patricio patrick patsy patti pattie
    paul paula paulette paulina pauline paulo pavel paxton payten payton pearlie pedro peggie
    peggy penelope pennie percy perla perry pete peter petra peyton phil philip phillip phoebe
    phyllis pierce pierre pilar piper polly porsha portia pranav presley preston pricilla
    priscila priscilla priya quentin quiana quincy quinn quinten quintin quinton rachael racheal
    rachel rachele rachell rachelle racquel raeann raegan raelyn raelynn rafael raheem rahul
    raiden raina raj ralph ramesh ramiro ramon ramona ramsey rana randa randal randall randel
    randell randolph rania raphael raquel rashaad rashad rashaun rashawn rasheed rashid raul
    ravi rayan rayden rayford raylan raylene raymon raymond raymundo rayna rayne rayshawn reanna
    reba rebeca rebecca rebecka rebekah reece reese regan reggie regina reginald regis reid
    reilly reina reinaldo remi remy rena renae renata rene renea renee renita reta retha reuben
    reva rey reyes reymundo reyna reynaldo rhea rhett rhianna rhiannon rhoda rhonda rhyan rhys
    ria rian rianna ricardo richard richelle richie rick rickey ricki ricky rico rigoberto
    rihanna rikki rileigh riley rina rio risa rishi rita ritchie rivka riya robb robbie robbin
    robby robert roberta roberto robyn rocco rochelle rocio roderick rodger rodney rodolfo
    rodrick rodrigo roel rogelio roger rogers rohan roland rolanda rolando rolland romeo romona
    ron rona ronald ronaldo ronan ronda roni ronin ronna ronni ronnie ronny roosevelt rory rosa
    rosalee rosalia rosalie rosalind rosalinda rosalyn rosanna rosanne rosario roscoe roseann
    roseanna roseanne rosella roselyn rosemarie rosendo rosetta rosie rosita roslyn ross rowan
    rowen rowena roxana roxane roxann roxanna roxanne roxie roy ruben rubi rubin rudolph rudy
    rueben rufus russ russel russell ruth ruthann ruthie ryan ryann ryder ryker rylan ryland
    rylee ryleigh ryley rylie ryne sabastian sabina sabra sabrina sade sadie sahara saige salena
    salina sallie sally salma salvador salvatore samantha samara samaria samatha sami samir
    samira samiya samiyah sammie sammy samson samual samuel sana sanaa sandra sanford saniya
    saniyah sanjay sanjuanita santana santino santos sara sarah sarahi sarai sari sariah sarina
    sarita sasha saul saundra savana savanah savion sawyer saylor scarlet scarlett schuyler scot
    scott scottie scotty seamus sean sebastian sebastien sedrick selah selena selene
    selina selma semaj seneca sequoia serena sergei sergio serina seth shae shaelyn shaina
    shakira shalonda shamar shameka shamika shana shanae shanda shandra shane shanell shanelle
    shani shania shanice shanika shaniqua shanita shaniya shanna shannan shannon shanon shanta
    shante shantel shantell shaquille shara sharee sharen shari sharla sharlene sharon sharonda
    sharron sharyn shaun shauna shavon shawn shawna shawnee shay shayla shaylee shayna shayne
    shea sheena sheila shelbi shelbie shelby sheldon shelia shelley shelli shellie shelly
    shelton sheree sheri sheridan sherie sherilyn sherita sherlyn sherman sheron sherri sherrie
    sherrill sherron sherryl sheryl sheyla shianne shiela shiloh shimon shira shirlene shirley
    shlomo shmuel shon shonda shonna shoshana shreya shyann shyanne shyla sidney siena sienna
    silas silvia simeon simon simone siobhan skyla skylar skyler sloan sloane socorro sofia
    sofie solomon sommer sondra sonia sonja sonya sophia sophie soraya soren spencer spenser
    stacey staci stacia stacie stacy stan stanford stanley stanton starla starr stefan stefani
    stefanie stefany stella steph stephaine stephan stephani stephanie stephany stephen
    stephenie stephon stevan steve steven stevie stewart stuart suellen sullivan sunil susan
    susana susanna susannah susanne susie sutton suzan suzann suzanna suzanne suzette suzie suzy
    svetlana sybil sydnee sydni sydnie syed sylas sylvester sylvia symone tabatha tabetha
    tabitha taj talan talia taliyah tamar tamara tameka tamela tamera tami tamia tamie tamika
    tammi tammie tammy tamra tana tanesha tangela tania tanika tanisha taniya taniyah tanna
    tanner tanya tara tarah tarik tariq taryn tasha tasia tate tatiana tatianna tatum tatyana
    tavon tawana tawanda tawanna tawny tawnya taya tayla tayler teagan ted teddy teena tegan
    tena tenisha tenley tera terence teresa terese teressa teri terra terrance terrell terrence
    terri terrie terrill terry tess tessa tevin thad thaddeus thalia thanh thea thelma theo
    theodora theodore theresa therese theron thiago thomas thor thurman thuy tia tiana tianna
    tiara tiarra tiera tierney tierra tiffani tiffanie tiffany tim timmie timmothy timmy timothy
    tina tisha tobi tobias tobin toby tod todd tom tomas tomeka tommie tommy toney toni tonia
    tonja tony tonya torey tori torin torrance torrence torrey torri torrie tosha toya tracee
    tracey traci tracie tracy travis travon tremaine tremayne trena trenten tresa tressa treva
    trever trevin trevon trevor trey treyvon tricia trina trinidad tripp trish trisha trista
    tristan tristen tristian tristin triston tristyn trudi trudy trystan tucker twila twyla
    tyanna tye tyesha tyler tylor tyquan tyra tyree tyrel tyrell tyrese tyron tyrone tyrus
    tyshawn tyson ulises ulysses uriah uriel ursula vada valarie valentin valentina valentino
    valeria valerie valery valorie vance vanesa vanessa vannessa vaughn veda velda velma venessa
    venita venus vera vern verna vernell vernice vernita vernon veronica vianey vicente vickey
    vicki vickie vicky victoria vidal vikki vikram vince vincent vincenzo vinson viola violeta
    virgie virgil viridiana vito vivian viviana vivien vivienne vlad vladimir vonda wallace
    wally walter wanda warren waylon wayne wei weldon wendell wendi wendy wesley westin westley
    whitley whitney wilbert wilbur wilburn wilda wiley wilford wilfred wilfredo wilhelmina willa
    willard william williams willie willis willow willy wilma wilmer wilton winfred winifred
    winnie winona woodrow wyatt wylie wynter xander xavier ximena xiomara xochitl xzavier yaakov
    yadira yael yahaira yahir yair yajaira yamilet yamileth yandel yanira yara yareli yaretzi
    yaritza yasmeen yasmin yasmine yazmin yehuda yesenia yessenia yessica yisroel yitzchok
    yolanda yolonda yosef yoselin yousef yuki yuliana yulissa yuri yusuf yvette yvonne zachariah
    zachary zachery zack zackary zackery zahra zaid zaiden zain zainab zaira zaire zakary zander
    zandra zane zaniyah zara zaria zariah zariyah zavier zayden zayne zechariah zeke zelda zelma
    zena zina zoe zoey zoie zulema zuri
    """
)


def given_name(word: str) -> bool:
    """Whether a word, in whatever case, is a given name and no everyday word."""
    return word.lower().removesuffix("'s") in _GIVEN_NAMES
