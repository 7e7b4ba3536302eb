"""Given names that are no everyday words: evidence where case or grammar leaves a name open.

Names with 15,000 births or more since 1940 in the counts of the US Social Security Administration
(public domain), short forms, and frequent names of other origins. Names that are words, places or
theorists (will, grace, austin, beck) are left out: `names` asks more of them. It does not know
who bears a name.
"""

from bot.identifiers.words import listed

_GIVEN_NAMES = listed(
    """
    aaliyah aaron abbey abbie abby abe abel abigail abraham adam adan addison ade adele adeline
    aden aditya adrian adriana adrianna adrienne agnes ahmad ahmed aidan aiden aileen aimee
    aisha alaina alan alana alanna alayna albert alberta alberto alec alejandra alejandro
    alessandra alex alexa alexander alexandra alexandria alexia alexis alexus alfonso alfred
    alfredo alice alicia alina alisa alisha alison alissa alivia aliyah allan allen allie
    allison allyson alondra alonzo alton alvin alyson alyssa amanda amari amaya amelia amie amir
    amira amos amy anastasia anderson andre andrea andres andrew andy angela angelia angelica
    angelina angelique angelo angie anita aniyah anjali ann anna annabelle anne annette annie
    annika annmarie anthony antoine antoinette antonia antonio araceli archie aria ariana
    arianna ariel arielle arjun arlene armando arnold aron arthur arturo asher ashlee ashleigh
    ashley ashlyn ashlynn ashton athena aubree aubrey audra audrey aurora ava avery axel ayden
    ayla aziz bailey bao barb barbara barrett baylee bea beatrice beatriz becky belinda bella
    ben benjamin bennett bennie benny bernadette bernard bernice bertha bessie beth bethany beto
    betsy betty beverly bianca billie billy blaine blair blake bobbi bobbie bobby bonita bonnie
    brad braden bradford bradley brady branden brandi brandie brandon brantley braxton brayden
    breanna brenda brendan brenden brendon brenna brennan brent bret brett brian briana brianna
    brianne bridget bridgette brielle britney brittany brittney brock brody brooke brooklynn
    brooks bruce bryan bryanna bryant bryce brynn bryson byron cade caden caiden caitlin caitlyn
    caleb callie calvin cameron camila camilla camille camryn candace candice cara carey carissa
    carl carla carley carlos carlton carly carmen carole caroline carolyn carrie carroll carson
    cary casandra casey cassandra cassidy cassie catherine cathleen cathy cayden cecelia cecil
    cecilia cedric celeste celia cesar chandra charlene charles charlie chasity chelsey cheri
    cherie cheryl chester cheyenne chidi chloe chris christa christi christie christina
    christine christopher chuy ciara cierra cindy claire clara clare clarence clarissa clark
    claude claudia clayton clifford clifton clint clinton clyde cody colby colette colin colleen
    collin colton conner connie connor conor conrad cora corbin corey corinne cornelius cortney
    cory courtney craig cristal cristian cristina curt curtis cynthia cyrus dalton damian damien
    damion damon dan dana daniel daniela daniella danielle danna danny dante daphne darcy darian
    darin darius darla darlene darnell darrel darrell darren darrin darryl darwin daryl dave
    david dawson deana deandre deanna deb debbie debora deborah debra declan dee deirdre deja
    delaney delbert delia delilah delores deloris demetrius dena denis denise dennis derek
    derick derrick deshawn desiree desmond destinee devan devin devon dewayne dewey dexter diana
    diane dianna dianne diego dillon dina dion dixie dmitri dolores dominic dominick dominique
    donald donna donnie donovan dora doreen dorian doris dorothy doug douglas doyle dre duane
    duncan dustin dwayne dwight dylan ebony eddie edgar edith edmund edna eduardo edward edwin
    efrain eileen elaina elaine eleanor elena eli eliana elias elif elijah elisa elisabeth elise
    elisha elissa eliza elizabeth ella ellen ellie elliot elliott elmer eloise elsa elsie elyse
    emanuel emely emerson emilee emilia emiliano emilie emilio emily emma emmanuel emmett
    enrique eric erica erick ericka erik erika erin ernestine ernesto ervin esmeralda esteban
    estella esther ethan ethel eugene eunice eva evan evangeline evelyn everett ezekiel ezra
    fabian farah fatima fatou fatoumata faye felicia felipe felix femi fernando finley fiona
    flora florence floyd frances francesca francine francis francisco fred freddie freddy
    frederick fredrick gabby gabriel gabriela gabriella gabrielle gael garrett garry gary gavin
    gayle genevieve geoffrey george gerald geraldine gerard gerardo gerry gianna gilbert
    gilberto gillian gina giovanni giselle giulia gladys glenda glenn gloria gordon gracie grady
    graham grayson greg gregg gregory greta gretchen greyson griffin guadalupe guillermo gustavo
    gwen gwendolyn hadley hailey haley hallie hamid hanna hannah harold harper harriet harvey
    hassan hattie hayden haylee hayley hector heidi helen helena helene henry herbert herman
    hilary hilda hillary hiroshi holden hollie homer horace howard hubert hugh hugo humberto ian
    ibrahim ida ikram imani ingrid irene irma irvin isaac isabel isabella isabelle isaiah isiah
    ismael issac ivan ivana izabella izzy jace jackie jacklyn jaclyn jacob jacqueline jacquelyn
    jada jaden jaiden jaime jake jakob jalen jamal james jameson jami jamie jamison jana janae
    jane janelle janet janette janice janie janine janna jared jarrett jarrod jarvis jase jasmin
    jasmine jason jasper javier javon jax jaxon jaxson jayce jayda jayden jayla jaylen jaylin
    jayme jayne jayson jazmin jazmine jeanette jeanine jeanne jeannette jeannie jeannine jeff
    jeffery jeffrey jeffry jenifer jenna jennie jennifer jenny jerald jeremiah jeremy jeri
    jermaine jerome jerri jesse jessica jessie jiho jill jillian jim jimmie jimmy joan joann
    joanna joanne joaquin jocelyn jodi jodie joe joel joey johanna john johnathan johnathon
    johnnie johnny jolene jon jonah jonas jonathan jonathon joni jordyn jorge jose joselyn
    joseph josephine joshua josiah josie josue joyce juan juanita jude judith judy julia julian
    juliana julianna julianne julie juliet juliette julio julissa junior justin justine kaden
    kaiden kailey kaitlin kaitlyn kaitlynn kaleb kaleigh kali kameron kamryn kara karen kari
    karin karina karissa karl karla kasey kassandra kassidy kate katelyn katelynn katharine
    katherine kathleen kathryn kathy katie katlyn katrina katy kayden kayla kaylee kayleigh
    kaylie kaylin keaton keegan keenan keira keisha keith kellen kelley kelli kellie kelly
    kelsey kelsie kelvin kendall kendra kendrick kenji kenneth kenny keri kerri kerry kev kevin
    khalil khloe kiana kiara kiera kierra kiki kiley kim kimberlee kimberley kimberly kinsley
    kira kirby kirk kirsten kobe kody kofi kory kris krista kristen kristi kristian kristie
    kristin kristina kristine kristopher kristy krystal kurt kurtis kwame kyla kyle kylee
    kyleigh kyler kylie kyra lacey ladonna laila lakshmi lamar lamont lana landen landon lara
    larissa larry lars latasha latisha latonya latoya laura laurel lauren laurence laurie lauryn
    laverne lawrence layla lea leah leann leanna leanne leigh leila leilani leland lena lenora
    leo leon leona leonard leonardo leonel leroy lesley leslie lester leticia levi lexi lia liam
    lila liliana lillian lillie lilly linda lindsay lindsey linh lionel lisa liz lizbeth lloyd
    logan lois lola lonnie lora loren lorena lorenzo loretta lori lorie lorna lorraine lorrie
    louie louis louise lowell luca lucas lucia lucille lucinda lucy luis lukas luke luna lupe
    luther luz lydia lyla lyle lynda lynette lynn lynne mackenzie macy madalyn maddison maddox
    madeleine madeline madelyn maggie mahmoud makayla makenna makenzie malachi malcolm malia
    malik malinda mallory mandy manny manuel mara marc marcella marcia marco marcos marcus marcy
    margaret margarita margie margo marguerite maria mariah marian mariana marianne maribel
    marie marilyn marina mario marion marisa marisol marissa maritza marjorie marla marlene
    marley marlon marquis marsha marta martha martin marty marvin mary maryann mateo mathew matt
    matthew mattie maura maureen maurice mauricio maximus maxine maxwell maya mayra mckenna
    mckenzie meagan meg megan meghan mehmet mei melanie melina melinda melisa melissa melvin
    meredith mia micah michael michaela micheal michele michelle miguel mikaela mikayla mila
    mildred milton mindy minh minnie miranda miriam mitchell mohamed mohammed moises mollie
    molly mona monica monique morgan morris moses muhammad mya myra myrna myron nadia nadine
    nancy nanette naomi nasreen natalia natalie natasha nate nathalie nathan nathanael nathaniel
    nayeli neal neil nellie nelson nevaeh ngozi nia nicholas nichole nickolas nico nicolas
    nicole nicolette nikhil nikki nikolas nina noah noel noelle noemi nolan nora norah noreen
    norma nuria oksana olga oliver olivia olu omar omari oscar otis owen pablo paige paisley pam
    pamela paola parisa patrice patricia patrick patsy patti paul paula paulette paulina pauline
    pavel payton pedro peggy penelope perla perry pete peter peyton philip phillip phoebe
    phyllis pierre pilar piper polly presley preston priscilla priya quentin quincy quinn
    quinton rachael rachel rachelle raegan rafael raj ralph ramesh ramiro ramon ramona randal
    randall randolph rania raphael raquel rashid raul ravi raymond rebecca rebekah reece reese
    regan regina reginald reid rena rene renee reuben reynaldo rhonda ricardo richard rick
    rickey ricky riley rita robbie robert roberta roberto robyn rocco rochelle roderick rodger
    rodney rodolfo rodrigo rogelio roger roland rolando ron ronald ronda ronnie roosevelt rory
    rosa rosalie rosalind rosalyn rosemarie rosie ross rowan roxanne roy ruben rudolph rudy
    rufus russell ruth ryan ryder ryker rylan rylee ryleigh rylie sabrina sadie sally salvador
    salvatore samantha sammie sammy samuel sana sanaa sandra sanjay sara sarah sarai sasha saul
    saundra sawyer scarlett scott scotty sean sebastian selena selina serena sergei sergio seth
    shana shane shanice shanna shannon shari sharon sharron shaun shauna shawn shawna shayla
    shayna shea sheena sheila shelby sheldon shelia shelley shelly sheri sherman sherri sherrie
    sheryl shira shirley sidney sienna silas silvia simon simone skylar skyler sofia solomon
    sondra sonia sonja sonya sophia sophie soren spencer stacey staci stacie stacy stanley
    stefan stefanie stella steph stephan stephanie stephen steve steven stevie stewart stuart
    sunil susan susana susanna susanne susie suzanne suzette svetlana sylvester sylvia tabatha
    tabitha talia tamara tami tamika tammie tammy tania tanisha tanner tanya tara tariq taryn
    tasha tate tatiana tatum teagan ted teddy terence teresa teri terrance terrell terrence
    terri terrie terry tessa thaddeus thanh thelma theodore theresa therese thomas thuy tia
    tiana tiara tiffany tim timmy timothy tina tobias toby todd tom tomas tommie tommy toni
    tonia tony tonya tori tracey traci tracie tracy travis trevor trey tricia trina trisha
    tristan tristen trudy tucker tyler tyrone tyson valarie valentina valeria valerie vance
    vanessa vaughn velma vera verna vernon veronica vicente vicki vickie vicky victoria vikram
    vincent viola virgil vivian viviana vlad wallace walter wanda warren waylon wayne wei
    wendell wendy wesley whitney wilbert wilbur willard william willie willis willow wilma wyatt
    xander xavier ximena xiomara yara yasmin yesenia yolanda yuki yusuf yvette yvonne zachariah
    zachary zachery zackary zackery zainab zander zane zara zeke zoe zoey
    """
)


def given_name(word: str) -> bool:
    """Whether a word, in whatever case, is a given name and no everyday word."""
    return word.lower().removesuffix("'s") in _GIVEN_NAMES
