// The build is green also where no test was found: the rules that ran are counted.
def tests = { name ->
    def report = new File(basedir, "target/surefire-reports/TEST-com.example.corridor.${name}.xml")
    assert report.isFile() : "no test of ${name} ran"
    new groovy.xml.XmlSlurper().parse(report).@tests.toInteger()
}
assert tests('CorridorTest') > 30 : 'rules of environments'
assert tests('RlooTest') > 15 : 'rules of algorithms'
assert tests('HelloTest') == 1
assert tests('PluginTest') == 1
