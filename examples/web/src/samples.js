// Sample cases: each is a request of the contract, most of them worked cases of the built-in rulesets.

const demo = { 从事餐饮服务: true, 已取得许可: false, 违法行为日: "2024-05-01" };

export const samples = [
  {
    title: { zh: "无证餐饮：刚立案，还在查", en: "Catering without a licence: still being investigated" },
    case: { ruleset: "cn.demo.food", offence: "unlicensed-catering", facts: { ...demo, 货值金额: "9600" } },
  },
  {
    title: { zh: "无证餐饮：查清，轻微", en: "Catering without a licence: all found, the lightest tier" },
    case: {
      ruleset: "cn.demo.food",
      offence: "unlicensed-catering",
      facts: { ...demo, 货值金额: "9600", 违法所得: "9600", 持续天数: "20", 危害后果: "轻微", 处罚记录: [] },
    },
  },
  {
    title: { zh: "冒充律师：第二次（凤凰县）", en: "Posing as a lawyer, second time (Fenghuang)" },
    case: {
      ruleset: "cn.fenghuang.lawyers",
      offence: "impostor",
      facts: {
        违法行为日: "2019-06-01",
        已取得律师执业证书: false,
        以律师名义从事法律服务: true,
        不配合且不纠正: false,
        受罚后再犯: false,
        不配合且后果严重: false,
        造成严重影响: true,
        违法次数: "2",
        违法所得: "5000",
      },
    },
  },
  {
    title: { zh: "超标排水：百分值相加（广东）", en: "Waste water above the limit: percentages added (Guangdong)" },
    case: {
      ruleset: "cn.guangdong.eco",
      offence: "eco-2.7.1",
      facts: {
        违法行为日: "2024-05-01",
        超标超总量排水: true,
        情节严重: false,
        超标因子数: "2",
        含B类污染物: true,
        含A类污染物: false,
        含有毒有害物: false,
        排放口所在区域: "一般区域",
        废水日排放量: "50",
        超标类型: "仅pH值",
        pH值: "4.9",
        近二年同类次数: "1次",
      },
    },
  },
  {
    title: { zh: "未批先投：单位与责任人员（广东）", en: "Works used before approval: unit and persons (Guangdong)" },
    case: {
      ruleset: "cn.guangdong.eco",
      offence: "eco-1.8",
      facts: {
        违法行为日: "2024-05-01",
        违反三同时: true,
        造成重大污染破坏: false,
        环评文件类别: "报告表",
        产排污情况: "未排放",
        环保设施: "未建成",
        项目地点: "一般区域",
        近二年同类次数: "2次",
        配合调查: "配合",
      },
    },
  },
  {
    title: { zh: "无证经营食品：法定幅度（食品安全法）", en: "Food business without a licence: the statute alone" },
    case: {
      ruleset: "cn.npc.food-safety-law",
      offence: "unlicensed",
      facts: { 违法行为日: "2024-05-01", 从事须许可的生产经营: true, 已取得相应许可: false, 货值金额: "9999.99", 违法所得: "3000" },
    },
  },
  {
    title: { zh: "无证经营食品：从轻（市场监管）", en: "The same, with the position “lighter” (market supervision)" },
    case: {
      ruleset: "cn.samr.position",
      offence: "unlicensed",
      facts: {
        违法行为日: "2024-05-01",
        从事须许可的生产经营: true,
        已取得相应许可: false,
        货值金额: "9999.99",
        违法所得: "0",
        裁量认定: "从轻",
      },
    },
  },
  {
    title: { zh: "律师提供虚假材料：停止执业（律师法）", en: "A lawyer files false material: suspension of practice" },
    case: {
      ruleset: "cn.npc.lawyers-law",
      offence: "lawyer-49",
      facts: { 违法行为日: "2019-06-01", 第四十九条情形: "虚假材料", 停止执业期满日: [], 情节严重: false, 违法所得: "0" },
    },
  },
  {
    title: { zh: "建筑垃圾弃置场：恰在两档之间（莆田）", en: "A dump of building waste: exactly between two tiers (Putian)" },
    case: {
      ruleset: "cn.putian.city",
      offence: "unauthorised-dump",
      facts: { 违法行为日: "2023-11-01", 擅自设立弃置场受纳建筑垃圾: true, 当事人类型: "单位", 受纳体积: "50" },
    },
  },
  {
    title: { zh: "临街建筑破损：处罚记录（深圳）", en: "A damaged front: earlier penalties (Shenzhen)" },
    case: {
      ruleset: "cn.shenzhen.city",
      offence: "item-7",
      facts: {
        违法行为日: "2024-06-01",
        临街建筑破损未修: true,
        处罚记录: [
          { 日期: "2023-07-01", 违法行为: "7" },
          { 日期: "2023-10-01", 违法行为: "7" },
          { 日期: "2024-04-01", 违法行为: "7" },
        ],
      },
    },
  },
  {
    title: { zh: "无证驾驶营运客车：罚款与拘留（新疆）", en: "Driving a coach without a licence: fine and detention (Xinjiang)" },
    case: {
      ruleset: "cn.xinjiang.traffic",
      offence: "code-10051",
      facts: { 违法行为日: "2025-05-01", 驾驶机动车: true, 驾驶证状态: "未取得", 驾驶车辆: "营运客车" },
    },
  },
  {
    title: {
      zh: "整个案件：行为后法律有修订，主动消除后果（食品安全法）",
      en: "A whole case: the law amended since, consequences removed (food safety)",
    },
    case: {
      do: "decide",
      ruleset: "cn.npc.food-safety-law",
      offence: "unlicensed",
      facts: {
        违法行为日: "2024-05-01",
        发现日: "2024-06-01",
        立案日: "2024-06-03",
        决定日: "2026-01-15",
        从事须许可的生产经营: true,
        已取得相应许可: false,
        货值金额: "9999.99",
        违法所得: "3000",
        当事人身份: "法人",
        主动消除或减轻后果: true,
      },
    },
  },
  {
    title: { zh: "许可：餐饮服务的食品经营许可", en: "A licence: food service" },
    case: {
      ruleset: "cn.samr.food-licence",
      licence: "food-business",
      as_of: "2025-09-10",
      facts: {
        仅销售预包装食品: false,
        仅销售食用农产品: false,
        医疗机构药品零售企业销售特定全营养配方食品: false,
        生产者在生产场所或者网络销售自产食品: false,
        经营类别: "餐饮服务",
        申请日: "2025-09-01",
        已受理: true,
        受理日: "2025-09-03",
        已作决定: false,
        经批准延长: false,
        听证所需时间: "0",
        营业执照可网上核验: true,
        委托代理: false,
        场所符合要求: true,
        设备设施符合要求: true,
        有食品安全管理人员: true,
        有食品安全规章制度: true,
        已现场核查: true,
        隐瞒情况或者提供虚假材料: false,
        一年内因虚假材料被警告: false,
        三年内因欺骗取得被撤销: false,
        五年内被吊销许可证: false,
        提交材料: ["申请书", "设备设施和布局流程文件", "规章制度目录清单"],
      },
    },
  },
];
